import { Button } from "@verbatim/ui/button";
import { clockTime } from "@verbatim/ui/format";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { CloudOff } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { reconnect, useLiveState } from "@/lib/live/live";
import type { Waiting } from "@/lib/outbox/disk";
import { useOutbox } from "@/lib/outbox/useOutbox";

/** A short break is nobody's business. */
const LASTS_MS = 1500;

/** How much of the top edge it takes: what sticks there makes room. */
function useHeight() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => document.documentElement.style.setProperty("--notice", `${element.offsetHeight}px`));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return box;
}

/** What waits although the server answers: somebody has to look at it. */
function useStuck(): Waiting | undefined {
  return useOutbox().view.changes.find(({ state }) => state !== "waiting");
}

/** A lost connection, and what is not saved because of it, is said in the page, above everything else, as long as it lasts. */
export function LiveNotice() {
  const lost = useLiveState() === "reconnecting";
  const { box: outbox, view } = useOutbox();
  const waiting = view.changes.length;
  const isAway = lost || (view.away && waiting > 0);
  const stuck = useStuck();
  const box = useHeight();
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => {
    const began = new Date();
    const timer = setTimeout(() => setSince(isAway ? began : null), isAway ? LASTS_MS : 0);
    return () => clearTimeout(timer);
  }, [isAway]);
  const again = () => {
    reconnect();
    outbox.wake();
  };
  return (
    <div ref={box} role="status" className="sticky top-0 z-40 max-lg:top-14 lg:pl-60">
      {since && (
        <Line action={<Button size="sm" onClick={again}>{t("Try now")}</Button>}>
          {rich("{span} The server has not been heard since {clockTime}. {value}", { span: <span className="font-medium">{t("Reconnecting…")}</span>, clockTime: clockTime(since), value: waiting > 0 ? <strong className="font-semibold">{rich("{count} not saved yet: kept in this browser, and sent when the server answers.", { count: plural(waiting, { one: "{count} change", other: "{count} changes" }) })}</strong> : t("What you see may be out of date.") })}
        </Line>
      )}
      {!since && stuck && (
        <Line action={<Button asChild size="sm"><Link to={`/recordings/${stuck.recordingId}`}>{t("Look at it")}</Link></Button>}>
          <strong className="font-semibold">{rich("{count} not saved yet:", { count: plural(waiting, { one: "{count} change", other: "{count} changes" }) })}</strong> {stuck.state === "asking" ? t("somebody changed the same place before you.") : (stuck.reason ?? t("the server did not take it."))}
        </Line>
      )}
    </div>
  );
}

function Line({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div className="flex animate-fade flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b border-border bg-secondary px-4 py-2 text-sm text-secondary-foreground">
      <CloudOff aria-hidden="true" className="size-4 shrink-0 text-warning" />
      <p>{children}</p>
      {action}
    </div>
  );
}
