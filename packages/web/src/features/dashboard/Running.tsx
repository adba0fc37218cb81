import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@verbatim/ui/skeleton";
import { Progress } from "@verbatim/ui/progress";
import { t } from "@verbatim/ui/texts";
import { Link } from "react-router";
import { StatusBadge } from "@/components/StatusBadge";
import { runningQuery, waitingQuery } from "./api";

/** What is being transcribed now, live, and what comes next. */
export function Running() {
  const running = useQuery(runningQuery).data;
  const waiting = useQuery(waitingQuery).data;
  if (!running || !waiting) return <Skeleton className="h-10" />;
  // A row that has changed its state meanwhile belongs to the other list, or to none.
  const now = running.filter(({ status }) => status === "processing");
  const next = waiting.filter(({ status }) => status === "pending").slice(0, Math.max(0, 5 - now.length));
  if (now.length + next.length === 0) {
    return <p className="text-sm text-muted-foreground">{t("Nothing is being transcribed. New uploads start by themselves.")}</p>;
  }
  return (
    <ul className="flex flex-col gap-4">
      {now.map((recording) => (
        <li key={recording.id}>
          <div className="flex items-baseline justify-between gap-3 text-sm">
            <Link dir="auto" to={`/recordings/${recording.id}`} className="truncate font-medium hover:text-primary hover:underline">
              {recording.title}
            </Link>
            <span className="shrink-0 text-xs font-medium tabular-nums text-muted-foreground">{Math.round(recording.job?.progress ?? 0)} %</span>
          </div>
          <Progress value={recording.job?.progress ?? null} label={t("Transcription of {title}", { title: recording.title })} className="mt-2" />
        </li>
      ))}
      {next.map((recording) => (
        <li key={recording.id} className="flex items-center justify-between gap-3 text-sm">
          <Link dir="auto" to={`/recordings/${recording.id}`} className="truncate hover:text-primary hover:underline">
            {recording.title}
          </Link>
          <StatusBadge status="pending" />
        </li>
      ))}
    </ul>
  );
}
