import { Button } from "@verbatim/ui/button";
import { Progress } from "@verbatim/ui/progress";
import { t } from "@verbatim/ui/texts";
import { RotateCcw } from "lucide-react";
import { StatusBadge } from "@/components/StatusBadge";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { useRetryRecording } from "./api";

const stages: Record<string, string> = { decoding: t("Reading the audio"), transcribing: t("Transcribing"), saving: t("Saving") };

export const stageLabel = (stage: string | null | undefined): string => (stage ? (stages[stage] ?? stage.charAt(0).toUpperCase() + stage.slice(1).replaceAll("_", " ")) : t("Transcribing"));

/** The state of one recording in a list: live progress while it runs, the reason and a way out when it failed. */
export function RecordingStatusCell({ recording }: { recording: Recording }) {
  const retry = useRetryRecording();
  const mayUpdate = usePermission("recording:update") && !(recording.held && recording.transcript_id);
  if (recording.status === "processing") {
    const progress = recording.job?.progress ?? null;
    return (
      <div className="w-full max-w-40">
        <p className="mb-1.5 flex justify-between gap-2 text-xs font-medium text-accent-foreground">
          <span className="truncate">{stageLabel(recording.job?.stage)}</span>
          <span className="tabular-nums">{progress === null ? "" : `${Math.round(progress)} %`}</span>
        </p>
        <Progress value={progress} label={t("Transcription of {title}", { title: recording.title })} />
      </div>
    );
  }
  if (recording.status === "failed") {
    const reason = recording.job?.error ?? t("No reason was given.");
    return (
      <div className="flex min-w-0 flex-col items-start gap-1">
        <div className="flex items-center gap-1.5">
          <StatusBadge status="failed" />
          {mayUpdate && (
            <Button size="sm" variant="subtle" className="h-6 px-2" pending={retry.isPending} aria-label={t("Retry {title}", { title: recording.title })} onClick={() => retry.mutate(recording.id)}>
              <RotateCcw aria-hidden="true" />
              {t("Retry")}
            </Button>
          )}
        </div>
        <p className="line-clamp-2 text-xs text-muted-foreground" title={reason}>
          {reason}
        </p>
      </div>
    );
  }
  return <StatusBadge status={recording.status} />;
}
