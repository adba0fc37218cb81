import { cn } from "@verbatim/ui/cn";
import { count } from "@verbatim/ui/format";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { Preview } from "./api";
import { span } from "./words";

interface AgeChartProps {
  ages: Preview["ages"];
  /** From this age on they go; null: never. */
  cut: number | null;
}

/** How many recordings are how old, the youngest at the left; those past the cut are in the colour of what is deleted. */
export function AgeChart({ ages, cut }: AgeChartProps) {
  const most = Math.max(1, ...ages.map(({ recordings }) => recordings));
  const oldest = ages.at(-1)?.to_days ?? 0;
  const total = ages.reduce((sum, { recordings }) => sum + recordings, 0);
  if (total === 0) return null;
  return (
    <figure className="flex flex-col gap-1.5">
      <div role="img" aria-label={t("{count} by age, up to {span} old", { count: plural(total, { one: "{count} recording", other: "{count} recordings" }), span: span(oldest) })} className="relative flex h-20 items-end gap-px border-b border-border">
        {ages.map(({ from_days: from, to_days: to, recordings }) => (
          <span
            key={from}
            title={t("{count} between {from} and {to} days old", { count: count(recordings), from, to })}
            className={cn("min-w-0 flex-1 rounded-t-sm", cut !== null && to > cut ? "bg-destructive/70" : "bg-primary/60")}
            style={{ height: recordings === 0 ? 0 : `${Math.max(4, (recordings / most) * 100)}%` }}
          />
        ))}
        {cut !== null && cut < oldest && <span aria-hidden="true" className="absolute inset-y-0 border-l-2 border-dashed border-destructive" style={{ left: `${(cut / oldest) * 100}%` }} />}
      </div>
      <figcaption className="flex justify-between text-xs text-muted-foreground">
        <span>{t("Today")}</span>
        <span>{rich("{span} old", { span: span(oldest) })}</span>
      </figcaption>
    </figure>
  );
}
