import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { Status } from "./api";
import { day, timelineOf, type Stretch } from "./days";

const looks: Readonly<Record<Stretch["key"], string>> = {
  issued: "bg-success",
  warning: "bg-warning",
  grace: "bg-warning/50",
  closed: "bg-destructive",
};

/** The life of the licence from its first day to what follows its last, with today marked. The same is said in words. */
export function Life({ status }: { status: Status }) {
  const warns = status.states.find(({ state }) => state === "warning")?.begins_at;
  if (!status.issued_at || !status.expires_at || !status.grace_ends_at || !warns) return null;
  const { stretches, now } = timelineOf({
    issued_at: status.issued_at,
    warns_at: warns,
    expires_at: status.expires_at,
    grace_ends_at: status.grace_ends_at,
    now: new Date(status.counted_from).getTime(),
  });
  return (
    <figure>
      <div aria-hidden="true" className="relative mb-1 pb-6 pt-1">
        <div className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
          {stretches.map(({ key, from, to }) => to > from && <span key={key} className={cn("h-full min-w-1", looks[key])} style={{ width: `${to - from}%` }} />)}
        </div>
        <span className="absolute top-0 h-4.5 w-0.5 rounded bg-foreground" style={{ left: `${now}%` }} />
        <span className="absolute bottom-0 text-xs font-medium" style={now > 50 ? { right: `${100 - now}%` } : { left: `${now}%` }}>
          {t("Today")}
        </span>
      </div>
      <figcaption>
        <ol className="grid gap-x-6 gap-y-2 text-xs sm:grid-cols-2 xl:grid-cols-4">
          {status.states
            .filter(({ begins_at }) => begins_at !== null)
            .map(({ state, label, meaning, begins_at }, place) => (
              <li key={state} className={cn("flex gap-2", state === status.state ? "text-foreground" : "text-muted-foreground")} aria-current={state === status.state ? "step" : undefined}>
                <span aria-hidden="true" className={cn("mt-1 size-2 shrink-0 rounded-full", looks[stretches[place]?.key ?? "issued"])} />
                <span>
                  <span className="font-medium">
                    {rich("{label} from {begins_at}", { label, begins_at: begins_at && day(begins_at) })}
                  </span>
                  <span className="mt-0.5 block">{meaning}</span>
                </span>
              </li>
            ))}
        </ol>
      </figcaption>
    </figure>
  );
}
