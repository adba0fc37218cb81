import { count } from "@verbatim/ui/format";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import type { Schemas } from "@/lib/client";
import { USAGE_DAYS, usageQuery, type Key } from "./api";

type Usage = Schemas["KeyUsage"];

/** How much the key was used, day by day. */
export function KeyUsageDialog({ item, onClose }: { item: Key; onClose: () => void }) {
  const usage = useQuery(usageQuery(item.id));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Requests with {item}", { item: item.name })}
      description={t("The last {usage_days} days (UTC), up to a minute ago.", { usage_days: USAGE_DAYS })}
      footer={<Button onClick={onClose}>{t("Done")}</Button>}
    >
      <Waiting query={usage} height="h-48">
        {(found) => <Chart usage={found} />}
      </Waiting>
    </Dialog>
  );
}

function Chart({ usage }: { usage: Usage }) {
  const most = Math.max(1, ...usage.days.map(({ requests }) => requests));
  const first = usage.days[0]?.day;
  const last = usage.days.at(-1)?.day;
  const percent = (part: number) => `${(100 * part) / most}%`;
  const told = t("{count} requests, {count2} of them refused or failed", { count: count(usage.requests), count2: count(usage.errors) });
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="text-sm">{told}.</figcaption>
      <div role="img" aria-label={t("{told}; at most {count} on one day.", { told, count: count(most) })} className="flex h-36 items-end gap-0.5 border-b border-border">
        {usage.days.map(({ day, requests, errors }) => (
          <div key={day} title={t("{day}: {count} requests, {count2} failed", { day, count: count(requests), count2: count(errors) })} className="flex h-full min-w-0 flex-1 flex-col justify-end">
            <div className="rounded-t-sm bg-destructive" style={{ height: percent(errors) }} />
            <div className={errors ? "bg-primary" : "rounded-t-sm bg-primary"} style={{ height: percent(requests - errors) }} />
          </div>
        ))}
      </div>
      <div className="flex justify-between text-xs text-muted-foreground">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </figure>
  );
}
