import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { messageOf } from "@verbatim/ui/errors";
import { Progress } from "@verbatim/ui/progress";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { AudioLines, CircleAlert, RotateCcw } from "lucide-react";
import { useState } from "react";
import { TranscribeDialog } from "@/features/transcription/late";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { isRunning, useCancelRecording, useRetryRecording, useTranscribe } from "./api";
import { stageLabel } from "./RecordingStatus";

/** What stands where the transcript will be: progress, why it failed, or that it was cancelled. */
export function RunState({ recording }: { recording: Recording }) {
  const retry = useRetryRecording();
  const mayUpdate = usePermission("recording:update");
  if (isRunning(recording)) return <Running recording={recording} />;
  const failed = recording.status === "failed";
  const again = mayUpdate && (
    <Button variant="primary" pending={retry.isPending} onClick={() => retry.mutate(recording.id)}>
      <RotateCcw aria-hidden="true" />
      {failed ? t("Retry") : t("Transcribe")}
    </Button>
  );
  if (failed) {
    return (
      <Card>
        <ErrorState title={t("The transcription failed")} message={recording.job?.error ?? t("No reason was given.")} className="pb-5!" />
        <div className="flex justify-center pb-12">{again}</div>
      </Card>
    );
  }
  if (recording.status === "untranscribed") return <Untranscribed recording={recording} />;
  return (
    <Card>
      <EmptyState icon={<AudioLines aria-hidden="true" />} title={recording.status === "cancelled" ? t("The transcription was cancelled") : t("There is no transcript yet")} action={again}>
        {t("The audio is safe and can be played below.")}
      </EmptyState>
    </Card>
  );
}

/** Nobody has asked for a text yet. */
function Untranscribed({ recording }: { recording: Recording }) {
  const transcribe = useTranscribe();
  const [choosing, setChoosing] = useState(false);
  const mayUpdate = usePermission("recording:update");
  const actions = mayUpdate && (
    <div className="flex flex-wrap justify-center gap-2">
      <Button
        variant="primary"
        pending={transcribe.isPending}
        onClick={() => transcribe.mutate({ ids: [recording.id], options: recording.language ? { language: recording.language } : {} }, { onError: (error) => toast("error", messageOf(error)) })}
      >
        <AudioLines aria-hidden="true" />
        {t("Transcribe")}
      </Button>
      <Button onClick={() => setChoosing(true)}>{t("Choose how…")}</Button>
    </div>
  );
  return (
    <Card>
      <EmptyState icon={<AudioLines aria-hidden="true" />} title={t("Not transcribed")} action={actions}>
        {mayUpdate ? t("This recording was stored without a transcription. It can be played below, and transcribed whenever you like.") : t("This recording was stored without a transcription. It can be played below.")}
      </EmptyState>
      {choosing && <TranscribeDialog recordings={[recording]} onClose={() => setChoosing(false)} />}
    </Card>
  );
}

function Running({ recording }: { recording: Recording }) {
  const cancel = useCancelRecording();
  const mayUpdate = usePermission("recording:update");
  const waiting = recording.status === "pending";
  const progress = recording.job?.progress ?? 0;
  return (
    <Card className="flex flex-col items-center px-6 py-16 text-center">
      <p className="text-base font-semibold">{waiting ? t("Waiting for its turn") : stageLabel(recording.job?.stage)}</p>
      <p className="mt-1.5 max-w-md text-sm text-muted-foreground">
        {waiting ? t("It starts as soon as the server is free.") : t("The text appears here as soon as it is done. You can leave this page.")}
      </p>
      <div className="mt-6 flex w-full max-w-sm items-center gap-3">
        <Progress value={waiting ? null : progress} label={t("Transcription")} className="h-2!" />
        {!waiting && <span className="w-11 text-right text-sm font-medium tabular-nums">{Math.round(progress)} %</span>}
      </div>
      {mayUpdate && (
        <Button className="mt-6" pending={cancel.isPending} onClick={() => cancel.mutate(recording.id)}>
          {t("Cancel")}
        </Button>
      )}
    </Card>
  );
}

/** A new transcription, or one that failed, while an older text is being read. */
export function RunBanner({ recording }: { recording: Recording }) {
  if (recording.job?.status === "failed") {
    return (
      <div role="status" className="mb-4 flex items-start gap-3 rounded-lg bg-destructive/10 px-4 py-3 text-sm">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-destructive" />
        <p>
          <span className="font-medium">{t("The last transcription failed; this is the text from before.")}</span> {recording.job.error}
        </p>
      </div>
    );
  }
  if (!isRunning(recording)) return null;
  return (
    <div role="status" className="mb-4 flex items-center gap-4 rounded-lg bg-accent px-4 py-3 text-sm text-accent-foreground">
      <span className="shrink-0 font-medium">{t("A new transcript is being made")}</span>
      <Progress value={recording.status === "pending" ? null : (recording.job?.progress ?? 0)} label={t("New transcription")} className="max-w-60 bg-background!" />
    </div>
  );
}
