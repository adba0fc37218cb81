import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { clock, spokenClock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { waveformQuery } from "./api";
import { SKIP_SECONDS, type Player } from "./player";
import { barsOf, paint } from "./waveform-paint";

interface WaveformProps {
  recordingId: string;
  player: Player;
  duration: number;
}

const BAR_PIXELS = 3;
const SILENT: readonly number[] = [0];

/** The recording's loudness as a seek bar: a range input for hands and keyboards, drawn as a waveform. */
export function Waveform({ recordingId, player, duration }: WaveformProps) {
  const { data } = useQuery(waveformQuery(recordingId));
  const canvas = useRef<HTMLCanvasElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const known = data?.peaks;
  const peaks = known && known.length > 0 ? known : SILENT;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let bars: number[] = [];
    let lastBar = -2;
    const draw = (time: number, always = false) => {
      const played = duration > 0 ? time / duration : 0;
      const bar = Math.floor(played * bars.length);
      if (!always && bar === lastBar) return;
      lastBar = bar;
      paint(element, bars, played);
    };
    const fit = () => {
      const ratio = globalThis.devicePixelRatio || 1;
      element.width = Math.round(element.clientWidth * ratio);
      element.height = Math.round(element.clientHeight * ratio);
      bars = barsOf(peaks, Math.max(1, Math.floor(element.clientWidth / BAR_PIXELS)));
      draw(player.time, true);
    };
    const size = new ResizeObserver(fit);
    size.observe(element);
    const theme = new MutationObserver(fit);
    theme.observe(document.documentElement, { attributeFilter: ["class"] });
    const silence = player.onTime((time) => {
      draw(time);
      const range = input.current;
      const second = Math.floor(time);
      if (!range || (Number(range.value) === second && range.hasAttribute("aria-valuetext"))) return;
      range.value = String(second);
      range.setAttribute("aria-valuetext", `${spokenClock(second)} of ${spokenClock(duration)}`);
    });
    return () => {
      size.disconnect();
      theme.disconnect();
      silence();
    };
  }, [peaks, player, duration]);

  return (
    <div className="relative h-10 min-w-0 flex-1 rounded-md focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ring">
      <canvas ref={canvas} aria-hidden="true" className="absolute inset-0 size-full [--played:hsl(var(--primary))] [--unplayed:hsl(var(--muted-foreground)/0.4)]" />
      <input
        ref={input}
        type="range"
        aria-label={t("Position")}
        title={t("Length {duration}", { duration: clock(duration) })}
        min={0}
        max={Math.max(1, Math.floor(duration))}
        step={1}
        defaultValue={0}
        onChange={(event) => player.seek(Number(event.target.value))}
        onKeyDown={(event) => {
          if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
          event.preventDefault();
          player.skip(event.key === "ArrowLeft" ? -SKIP_SECONDS : SKIP_SECONDS);
        }}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </div>
  );
}
