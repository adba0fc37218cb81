import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { IconButton } from "@verbatim/ui/icon-button";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { Captions, CaptionsOff, ChevronDown, ChevronUp, Maximize, Play } from "lucide-react";
import { useEffect, useRef, type RefObject } from "react";
import type { Player } from "@/features/transcript/player";
import { usePlayerState } from "@/features/transcript/usePlayer";
import { useShortcuts } from "@/features/transcript/useShortcuts";
import { usePref } from "@/lib/prefs";
import type { Transcript } from "@/lib/types";
import { addSubtitles, drawPicture, showPicture } from "./picture";
import { useSubtitles } from "./subtitles";

interface VideoStageProps {
  player: Player;
  /** Whose text stands over the picture. */
  transcript: Transcript | null;
  /** The browser cannot decode it. */
  onNoPicture: () => void;
}

/** The picture of a recording that has one, with the transcript as subtitles; it stays in view while one reads. */
export default function VideoStage({ player, transcript, onNoPicture }: VideoStageProps) {
  const [captions, setCaptions] = usePref<"on" | "off">("video.subtitles", ["on", "off"]);
  const [picture, setPicture] = usePref<"shown" | "hidden">("video.picture", ["shown", "hidden"]);
  const isShown = picture === "shown";
  const withSubtitles = captions === "on";
  const { address, error } = useSubtitles(transcript, isShown && withSubtitles);
  const { playing } = usePlayerState(player);
  const stage = useRef<HTMLDivElement>(null);
  const toggleCaptions = () => setCaptions(withSubtitles ? "off" : "on");
  useShortcuts({ captions: toggleCaptions });
  usePicture(player, stage, isShown, onNoPicture);
  useTrack(player, withSubtitles ? address : null, transcript?.language ?? null);

  const hide = (
    <IconButton label={isShown ? t("Hide the picture") : t("Show the picture")} aria-expanded={isShown} onClick={() => setPicture(isShown ? "hidden" : "shown")} className={cn(isShown && LIGHT)}>
      {isShown ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
    </IconButton>
  );

  return (
    <section aria-label={t("Video")} data-stage={isShown ? "" : undefined} className={cn("mb-4", isShown && "sticky top-13 z-10 max-lg:top-27")}>
      {!isShown && (
        <p className="flex items-center justify-between gap-2 rounded-lg border border-border py-1 pe-1.5 ps-3 text-[0.8125rem] text-muted-foreground">
          {rich("This recording has a picture. {hide}", { hide })}
        </p>
      )}
      <div hidden={!isShown} className="group/stage relative overflow-hidden rounded-xl bg-black shadow-card">
        <div ref={stage} className="flex aspect-video max-h-[38vh] w-full items-center justify-center max-md:max-h-[30vh] [&>video]:size-full [&>video]:object-contain" />
        {!playing && (
          <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
            <Button variant="primary" size="icon" aria-label={t("Play the video")} onClick={() => player.toggle()} className="pointer-events-auto size-14! rounded-full! shadow-pop!">
              <Play aria-hidden="true" fill="currentColor" className="ms-0.5 size-6!" />
            </Button>
          </div>
        )}
        <div className={cn("absolute end-2 top-2 flex gap-1 rounded-lg bg-black/60 p-0.5 transition-opacity", playing && "opacity-0 focus-within:opacity-100 group-hover/stage:opacity-100 pointer-coarse:opacity-100")}>
          <IconButton label={withSubtitles ? t("Hide the subtitles") : t("Show the subtitles")} shortcut="C" aria-pressed={withSubtitles} onClick={toggleCaptions} className={LIGHT}>
            {withSubtitles ? <Captions aria-hidden="true" /> : <CaptionsOff aria-hidden="true" />}
          </IconButton>
          <IconButton label={t("Fill the screen")} onClick={() => void player.audio.requestFullscreen().catch(() => undefined)} className={LIGHT}>
            <Maximize aria-hidden="true" />
          </IconButton>
          {hide}
        </div>
      </div>
      {error && isShown && <p className="mt-1.5 text-xs text-muted-foreground">{rich("The subtitles could not be loaded. {error}", { error })}</p>}
    </section>
  );
}

/** On a picture, whatever the theme. */
const LIGHT = "text-white! hover:bg-white/20!";

/** The player's element stands on the stage while this is there. */
function usePicture(player: Player, stage: RefObject<HTMLDivElement | null>, isShown: boolean, onNoPicture: () => void): void {
  const none = useRef(onNoPicture);
  useEffect(() => {
    none.current = onNoPicture;
  });
  useEffect(() => {
    const place = stage.current;
    return place ? showPicture(player.audio, place, () => player.toggle(), () => none.current()) : undefined;
  }, [player, stage]);
  useEffect(() => drawPicture(player.audio, isShown), [player, isShown]);
}

function useTrack(player: Player, address: string | null, language: string | null): void {
  useEffect(() => (address === null ? undefined : addSubtitles(player.audio, address, language ?? "und")), [player, address, language]);
}
