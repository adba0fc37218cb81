import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { ErrorState } from "@verbatim/ui/states";
import { Info, Lock } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { useParams } from "react-router";
import { Crumb } from "@/components/Crumb";
import { Page } from "@/components/Page";
import { StatusBadge } from "@/components/StatusBadge";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { NotesSection } from "@/features/notes/NotesSection";
import { Star } from "@/features/favourites/late";
import { PluginSlot } from "@/features/plugins/PluginSlot";
import { recordingQuery } from "@/features/recordings/api";
import { SummaryPanel } from "@/features/ai/late";
import { Rail } from "@/features/rail/Rail";
import { Details } from "@/features/recordings/Details";
import { RecordingMenu } from "@/features/recordings/RecordingMenu";
import { RunBanner, RunState } from "@/features/recordings/RunState";
import { ReaderSkeleton } from "@/features/transcript/ReaderSkeleton";
import { TranscriptBody } from "@/features/transcript/TranscriptBody";
import { CompareView } from "@/features/versions/late";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { duration, languageName } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { useBeside } from "@/lib/media";
import { useUrlState } from "@/lib/url-state";
import { NotFound } from "./ErrorPage";

export default function TranscriptPage() {
  const { recordingId = "" } = useParams();
  const { data, error, refetch } = useQuery(recordingQuery(recordingId));
  if (error instanceof ApiError && error.status === 404) return <NotFound what="recording" />;
  if (error && !data) return <ErrorState whole className="min-h-[70vh] justify-center" message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <ReaderSkeleton />;
  return <RecordingView key={recordingId} recording={data} />;
}

function Facts({ recording }: { recording: Recording }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      {recording.status !== "completed" && <StatusBadge status={recording.status} />}
      <TimeAgo iso={recording.created_at} />
      <span aria-hidden="true">·</span>
      <span className="tabular-nums">{duration(recording.duration_seconds)}</span>
      {recording.language && (
        <>
          <span aria-hidden="true">·</span>
          <span>{languageName(recording.language)}</span>
        </>
      )}
      {recording.held && (
        <span className="inline-flex items-center gap-1.5 font-medium text-warning">
          <Lock aria-hidden="true" className="size-3.5" />
          {t("Under legal hold: it can be neither changed nor deleted")}
        </span>
      )}
    </span>
  );
}

function RecordingView({ recording }: { recording: Recording }) {
  const [details, setDetails] = useState(false);
  const [params] = useUrlState();
  const compared = params.get("compare");
  const mayChange = usePermission("recording:update") && !recording.held;
  const isBeside = useBeside();
  const transcriptId = params.get("transcript") ?? recording.transcript_id;
  const summary = transcriptId && !compared ? <SummaryPanel key={transcriptId} transcriptId={transcriptId} /> : null;
  const placeRef = useRef<(seconds: number) => void>(null);
  const goTo = useCallback((seconds: number) => placeRef.current?.(seconds), []);
  const known = (
    <Details recording={recording}>
      <NotesSection on={{ recording_id: recording.id }} mayWrite={mayChange} />
      <PluginSlot name="recording.sidebar" recordingId={recording.id} />
    </Details>
  );
  const aside = <Rail recording={recording} details={known} goTo={goTo} />;
  return (
    <Page
      title={
        <span className="max-sm:line-clamp-3" title={recording.title}>
          {recording.title}
        </span>
      }
      name={recording.title}
      above={<Crumb to="/recordings" label={t("Recordings")} />}
      purpose={<Facts recording={recording} />}
      className="pb-40!"
      actions={
        <>
          <Star kind="recording" id={recording.id} title={recording.title} />
          <Button className="xl:hidden" onClick={() => setDetails(true)}>
            <Info aria-hidden="true" />
            <span className="max-sm:sr-only">{t("Details")}</span>
          </Button>
          <RecordingMenu recording={recording} />
        </>
      }
    >
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {!isBeside && summary && (
            <details className="mb-1 rounded-lg border border-border px-4 py-2 sm:mb-4 sm:py-3">
              <summary className="cursor-pointer text-sm font-medium">{t("Summary and questions")}</summary>
              <div className="pt-3">{summary}</div>
            </details>
          )}
          {compared && recording.transcript_id ? (
            <CompareView recording={recording} otherId={compared} mayChange={mayChange} />
          ) : (
            <TranscriptBody recording={recording} placeRef={placeRef} banner={<RunBanner recording={recording} />} instead={<RunState recording={recording} />} />
          )}
        </div>
        <aside aria-label={t("Details")} className="sticky top-8 hidden max-h-[calc(100dvh-4rem-var(--dock,0px))] self-start overflow-y-auto pr-1 xl:block">
          {isBeside && summary && <div className="border-b border-border">{summary}</div>}
          <div className={isBeside && summary ? "pt-4" : undefined}>{aside}</div>
        </aside>
      </div>
      <Dialog open={details} onOpenChange={setDetails} title={t("Details")}>
        {aside}
      </Dialog>
    </Page>
  );
}
