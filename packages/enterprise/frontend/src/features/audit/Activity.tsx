import { language } from "@verbatim/ui/language";
import { count } from "@verbatim/ui/format";
import { useQuery } from "@tanstack/react-query";
import { Section } from "@/components/Section";
import { Waiting } from "@/components/Waiting";
import type { Schemas } from "@/lib/client";
import { activityQuery, HOURS } from "./api";
import { Verify } from "./Verify";
import { plural, t } from "@verbatim/ui/texts";

type Hour = Schemas["HourOfAuditResponse"];
const hourOf = (iso: string) => new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(iso));

/** How busy the last day was, and whether the log is as it was written. */
export function Activity() {
  const activity = useQuery(activityQuery);
  return (
    <Section untitled title={t("The last day")} actions={<Verify />} purpose={activity.data && `${told(activity.data.hours)}.`}>
      <Waiting query={activity} height="h-12">
        {({ hours }) => <Chart hours={hours} />}
      </Waiting>
    </Section>
  );
}

function told(hours: Hour[]): string {
  const sum = (of: (hour: Hour) => number) => hours.reduce((all, hour) => all + of(hour), 0);
  const entries = plural(sum(({ total }) => total), { one: "{count} entry", other: "{count} entries" });
  return t("{entries} in {hours} hours, {sum} refused or failed", { entries, hours: HOURS, sum: count(sum(({ failed }) => failed)) });
}

function Chart({ hours }: { hours: Hour[] }) {
  const most = Math.max(1, ...hours.map(({ total }) => total));
  const percent = (part: number) => `${(100 * part) / most}%`;
  return (
    <figure className="flex flex-col gap-2">
      <div role="img" aria-label={t("{told}; at most {most} in one hour.", { told: told(hours), most: count(most) })} className="flex h-8 items-end gap-0.5 border-b border-border">
        {hours.map(({ start, total, failed }) => (
          <div key={start} title={t("{start}: {total}, {failed} refused or failed", { start: hourOf(start), total: count(total), failed: count(failed) })} className="flex h-full min-w-0 flex-1 flex-col justify-end">
            <div className="rounded-t-sm bg-destructive" style={{ height: percent(failed) }} />
            <div className={failed ? "bg-primary" : "rounded-t-sm bg-primary"} style={{ height: percent(total - failed) }} />
          </div>
        ))}
      </div>
      <div className="flex justify-between text-xs text-muted-foreground">
        <span>{hours[0] && hourOf(hours[0].start)}</span>
        <span>{t("now")}</span>
      </div>
    </figure>
  );
}
