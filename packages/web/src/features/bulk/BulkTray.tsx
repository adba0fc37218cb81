import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { ApiError } from "@verbatim/ui/errors";
import { count } from "@verbatim/ui/format";
import { IconButton } from "@verbatim/ui/icon-button";
import { Progress } from "@verbatim/ui/progress";
import { t } from "@verbatim/ui/texts";
import { CircleAlert, CircleCheck, Download, Undo2, X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { BulkRun } from "@/lib/types";
import { filePath, isOver, refreshAfter, runQuery, useStopRun, useUndoRun } from "./api";
import { forget, useRuns } from "./runs";
import { doing, leftIn, outcome, reasons } from "./wording";

/** What is being done to many recordings, on every page, until it is dismissed. */
export default function BulkTray() {
  return useRuns().map((id) => <Run key={id} id={id} />);
}

function Run({ id }: { id: string }) {
  const { data: run, error } = useQuery(runQuery(id));
  const client = useQueryClient();
  const over = run !== undefined && isOver(run);
  const wasOver = useRef(over);
  useEffect(() => {
    if (over && !wasOver.current) void refreshAfter(client);
    wasOver.current = over;
  }, [over, client]);
  const gone = error instanceof ApiError && error.status === 404;
  useEffect(() => {
    if (gone) forget(id); // of another account, or of the day before yesterday
  }, [gone, id]);
  if (!run) return null;
  return (
    <section aria-label={doing(run)} className="animate-slide rounded-xl border border-border bg-card p-4 shadow-pop">
      {over ? <Over run={run} /> : <UnderWay run={run} />}
    </section>
  );
}

function UnderWay({ run }: { run: BulkRun }) {
  const stop = useStopRun();
  const had = run.done + leftIn(run);
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 truncate text-sm font-medium">{doing(run)}</p>
        <Button size="sm" variant="subtle" pending={stop.isPending} onClick={() => stop.mutate(run.id)}>
          {t("Stop")}
        </Button>
      </div>
      <Progress className="mt-2" value={run.state === "waiting" ? null : (100 * had) / Math.max(1, run.total)} label={doing(run)} />
      <p className="mt-1.5 text-xs tabular-nums text-muted-foreground">{run.state === "waiting" ? t("Waiting for its turn") : t("{count} of {count2}. It goes on when you leave this page.", { count: count(had), count2: count(run.total) })}</p>
    </>
  );
}

function Over({ run }: { run: BulkRun }) {
  const undo = useUndoRun();
  const good = run.state === "done" && run.done > 0;
  const Icon = good ? CircleCheck : CircleAlert;
  return (
    <>
      <div className="flex items-start gap-2.5" role="status">
        <Icon aria-hidden="true" className={good ? "mt-0.5 size-4.5 shrink-0 text-success" : "mt-0.5 size-4.5 shrink-0 text-warning"} />
        <div className="min-w-0 flex-1 text-sm">
          <p className="font-medium">{outcome(run)}</p>
          {run.reason && <p className="mt-0.5 text-muted-foreground">{run.reason}</p>}
          {reasons(run).map((line) => (
            <p key={line} className="mt-0.5 text-muted-foreground">
              {line}
            </p>
          ))}
        </div>
        <IconButton label={t("Dismiss")} size="icon-sm" onClick={() => forget(run.id)}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {(run.undoable || run.has_file) && (
        <div className="mt-3 flex flex-wrap gap-2 ps-7">
          {run.undoable && (
            <Button size="sm" pending={undo.isPending} onClick={() => undo.mutate(run.id, { onSuccess: () => forget(run.id) })}>
              <Undo2 aria-hidden="true" />
              {t("Undo")}
            </Button>
          )}
          {run.has_file && (
            <Button size="sm" variant="primary" asChild>
              <a href={filePath(run.id)} download>
                <Download aria-hidden="true" />
                {t("Download the ZIP")}
              </a>
            </Button>
          )}
        </div>
      )}
    </>
  );
}
