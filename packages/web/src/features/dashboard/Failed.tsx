import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { count } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { RotateCcw } from "lucide-react";
import { Link } from "react-router";
import { useRetryRecording } from "@/features/recordings/api";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { failedQuery } from "./api";

/** What failed wants somebody: why, and another try. Not there while nothing failed. */
export function Failed({ total }: { total: number }) {
  const failed = useQuery({ ...failedQuery, enabled: total > 0 }).data;
  if (total === 0 || !failed || failed.length === 0) return null;
  return (
    <section aria-labelledby="failed" className="overflow-hidden rounded-xl border border-destructive/30 bg-card">
      <div className="flex items-center justify-between gap-3 px-5 pb-3 pt-4">
        <h2 id="failed" className="text-sm font-semibold">
          {total === 1 ? t("1 transcription failed") : t("{count} transcriptions failed", { count: count(total) })}
        </h2>
        <Link to="/recordings?status=failed" className="text-[0.8125rem] font-medium text-primary hover:underline">
          {t("See all")}
        </Link>
      </div>
      <ul className="divide-y divide-border border-t border-border">
        {failed.map((recording) => (
          <Row key={recording.id} recording={recording} />
        ))}
      </ul>
    </section>
  );
}

function Row({ recording }: { recording: Recording }) {
  const retry = useRetryRecording();
  const mayRetry = usePermission("recording:update") && !(recording.held && recording.transcript_id);
  return (
    <li className="flex items-center gap-4 px-5 py-2.5">
      <div className="min-w-0 flex-1">
        <Link dir="auto" to={`/recordings/${recording.id}`} className="block truncate text-sm font-medium hover:text-primary hover:underline">
          {recording.title}
        </Link>
        <p className="mt-0.5 line-clamp-2 text-xs text-muted-foreground">{recording.job?.error ?? t("No reason was given.")}</p>
      </div>
      {mayRetry && (
        <Button size="sm" pending={retry.isPending} aria-label={t("Try again: {title}", { title: recording.title })} onClick={() => retry.mutate(recording.id)}>
          <RotateCcw aria-hidden="true" />
          {t("Try again")}
        </Button>
      )}
    </li>
  );
}
