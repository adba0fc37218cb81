import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { ErrorState } from "@verbatim/ui/states";
import { useEffect, useState, type ReactNode, type RefObject } from "react";
import { Link, useNavigate } from "react-router";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { usePermission } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { Recording, Transcript } from "@/lib/types";
import { useUrlState, withParams } from "@/lib/url-state";
import { audioPath, propertiesQuery, useMakeCurrent, videoPath } from "@/features/recordings/api";
import { olderTranscriptQuery, transcriptQuery } from "./api";
import { SKIP_SECONDS, type Player } from "./player";
import { PlayerBar } from "./PlayerBar";
import { RowsSkeleton } from "./ReaderSkeleton";
import { ShortcutsDialog } from "./late";
import { TranscriptReader } from "./TranscriptReader";
import { usePlayer } from "./usePlayer";
import { VideoStage } from "@/features/video/late";
import { useShortcuts } from "./useShortcuts";

interface TranscriptBodyProps {
  recording: Recording;
  /** Filled with what takes the page to a second of the recording. */
  placeRef: RefObject<((seconds: number) => void) | null>;
  /** Above the text, while a new one is being made. */
  banner: ReactNode;
  /** Shown when there is no text. */
  instead: ReactNode;
}

function seconds(raw: string | null): number | null {
  const value = Number(raw);
  return raw !== null && raw !== "" && Number.isFinite(value) && value >= 0 ? value : null;
}

function usePlayerKeys(player: Player, help: () => void): void {
  useShortcuts({
    play: () => player.toggle(),
    back: () => player.skip(-SKIP_SECONDS),
    on: () => player.skip(SKIP_SECONDS),
    mute: () => player.toggleMute(),
    slower: () => player.stepRate(-1),
    faster: () => player.stepRate(1),
    help,
  });
}

/** The audio of a recording and whichever of its transcripts the address names. */
export function TranscriptBody({ recording, placeRef, banner, instead }: TranscriptBodyProps) {
  const [params] = useUrlState();
  const olderId = params.get("transcript");
  const isReader = !usePermission("transcript:update");
  const mayEdit = !isReader && !recording.held;
  const hasVideo = useQuery(propertiesQuery(recording.id)).data?.has_video ?? false;
  const [noPicture, setNoPicture] = useState(false);
  const showsVideo = hasVideo && !noPicture;
  const player = usePlayer(showsVideo ? videoPath(recording.id) : audioPath(recording.id));
  useEffect(() => {
    if (!noPicture) return;
    // Whoever pressed play hears it all the same. Later: an element that was taken out of the page is paused once.
    const timer = setTimeout(() => player.toggle());
    return () => clearTimeout(timer);
  }, [noPicture, player]);
  const [help, setHelp] = useState(false);
  const openHelp = () => setHelp(true);
  usePlayerKeys(player, openHelp);
  const current = useQuery({ ...transcriptQuery(recording.id), enabled: !olderId });
  const older = useQuery({ ...olderTranscriptQuery(olderId ?? ""), enabled: Boolean(olderId) });
  const { data, error, isPending, refetch } = olderId ? older : current;
  const length = recording.duration_seconds ?? 0;

  let body: ReactNode;
  if (data) {
    body = (
      <TranscriptReader
        key={data.id}
        transcript={data}
        player={player}
        duration={length}
        openTime={seconds(params.get("t"))}
        editable={mayEdit && !olderId}
        isReader={isReader}
        onShortcuts={openHelp}
        placeRef={placeRef}
      />
    );
  } else {
    const failed = error ? <ErrorState message={messageOf(error)} onRetry={() => void refetch()} /> : instead;
    body = (
      <>
        {isPending ? <RowsSkeleton /> : failed}
        <PlayerBar player={player} recordingId={recording.id} duration={length} follow={null} onShortcuts={openHelp} />
      </>
    );
  }
  return (
    <>
      {data && banner}
      {data && olderId && <OlderNotice transcript={data} isHeld={recording.held} search={withParams(params, { transcript: null }).toString()} />}
      {showsVideo && <VideoStage player={player} transcript={data ?? null} onNoPicture={() => setNoPicture(true)} />}
      {hasVideo && noPicture && <p className="mb-3 text-[0.8125rem] text-muted-foreground">{t("This browser cannot show the picture of this video; the sound is played without it. The file can be downloaded.")}</p>}
      {body}
      {help && <ShortcutsDialog open onOpenChange={setHelp} />}
    </>
  );
}

function OlderNotice({ transcript, isHeld, search }: { transcript: Transcript; isHeld: boolean; search: string }) {
  const make = useMakeCurrent();
  const mayChange = usePermission("recording:update") && !isHeld;
  const navigate = useNavigate();
  return (
    <div role="status" className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-lg bg-secondary px-4 py-2.5 text-sm">
      <span>
        {rich("An older transcript, made {time}", { time: <TimeAgo iso={transcript.created_at} /> })}
      </span>
      <span className="flex flex-wrap gap-2">
        {mayChange && (
          <Button size="sm" pending={make.isPending} onClick={() => make.mutate({ id: transcript.recording_id, transcriptId: transcript.id }, { onSuccess: () => void navigate({ search }) })}>
            {t("Make it the current one")}
          </Button>
        )}
        <Button asChild size="sm">
          <Link to={{ search }}>{t("Back to the current one")}</Link>
        </Button>
      </span>
    </div>
  );
}
