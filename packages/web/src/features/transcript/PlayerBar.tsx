import { Button } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuCheckItem } from "@verbatim/ui/menu";
import { Keyboard, LocateFixed, Pause, Play, RotateCcw, RotateCw, Volume2, VolumeX } from "lucide-react";
import { useEffect, useRef } from "react";
import { clock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { RATES, SKIP_SECONDS, type Player } from "./player";
import { usePlayerState } from "./usePlayer";
import { Waveform } from "./Waveform";

interface PlayerBarProps {
  player: Player;
  recordingId: string;
  duration: number;
  follow: { on: boolean; toggle: () => void } | null;
  onShortcuts: () => void;
}

/** Always in view at the foot of the page. `--dock` tells the rest of the page how much room it takes. */
export function PlayerBar({ player, recordingId, duration, follow, onShortcuts }: PlayerBarProps) {
  const { playing, failed } = usePlayerState(player);
  const bar = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const root = document.documentElement.style;
    const size = new ResizeObserver(() => root.setProperty("--dock", `${element.offsetHeight}px`));
    size.observe(element);
    return () => {
      size.disconnect();
      root.removeProperty("--dock");
    };
  }, []);

  return (
    <section ref={bar} aria-label={t("Player")} className="fixed inset-x-0 bottom-0 z-20 border-t border-border bg-card/95 backdrop-blur lg:left-60">
      {failed && (
        <p role="alert" className="border-b border-border px-4 py-1.5 text-center text-xs text-destructive">
          {t("The audio cannot be played in this browser. The transcript is not affected; the file can be downloaded.")}
        </p>
      )}
      <div className="mx-auto grid max-w-7xl grid-cols-[1fr_auto_1fr] items-center gap-x-3 gap-y-1 px-3 py-2.5 sm:px-6 md:flex md:gap-4 lg:px-8">
        <div className="col-start-2 row-start-2 flex items-center gap-1">
          <SkipButton back player={player} />
          <Button variant="primary" size="icon" aria-label={playing ? t("Pause") : t("Play")} onClick={() => player.toggle()} className="size-11! rounded-full!">
            {playing ? <Pause aria-hidden="true" fill="currentColor" className="size-5!" /> : <Play aria-hidden="true" fill="currentColor" className="ml-0.5 size-5!" />}
          </Button>
          <SkipButton player={player} />
        </div>
        <div className="col-span-3 row-start-1 flex min-w-0 flex-1 items-center gap-3">
          <Clock player={player} long={duration >= 3600} />
          <Waveform recordingId={recordingId} player={player} duration={duration} />
          <span className="text-xs tabular-nums text-muted-foreground">{clock(duration)}</span>
        </div>
        <div className="col-start-3 row-start-2 flex items-center justify-end gap-0.5">
          <RateMenu player={player} />
          <Volume player={player} />
          {follow && (
            <IconButton label={follow.on ? t("Following the voice") : t("Follow the voice")} shortcut="F" aria-pressed={follow.on} onClick={follow.toggle} className={follow.on ? "text-primary!" : undefined}>
              <LocateFixed aria-hidden="true" />
            </IconButton>
          )}
          <IconButton label={t("Keyboard shortcuts")} shortcut="?" onClick={onShortcuts} className="max-md:hidden">
            <Keyboard aria-hidden="true" />
          </IconButton>
        </div>
      </div>
    </section>
  );
}

function SkipButton({ player, back }: { player: Player; back?: boolean }) {
  const Icon = back ? RotateCcw : RotateCw;
  const label = back ? t("Back {seconds} seconds", { seconds: SKIP_SECONDS }) : t("Forward {seconds} seconds", { seconds: SKIP_SECONDS });
  return (
    <IconButton label={label} shortcut={back ? "←" : "→"} size="icon" onClick={() => player.skip(back ? -SKIP_SECONDS : SKIP_SECONDS)}>
      <Icon aria-hidden="true" className="size-4.5!" />
    </IconButton>
  );
}

/** Written to directly: it changes with every second. */
function Clock({ player, long }: { player: Player; long: boolean }) {
  const text = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      player.onTime((time) => {
        const shown = clock(time, long);
        if (text.current && text.current.textContent !== shown) text.current.textContent = shown;
      }),
    [player, long],
  );
  return <span ref={text} className={`shrink-0 text-right text-xs font-medium tabular-nums ${long ? "w-13" : "w-9"}`} />;
}

function RateMenu({ player }: { player: Player }) {
  const { rate } = usePlayerState(player);
  return (
    <Menu
      className="min-w-32"
      trigger={
        <Button variant="subtle" size="sm" aria-label={t("Speed {rate}×", { rate })} className="w-13 tabular-nums">
          {rate}×
        </Button>
      }
    >
      {RATES.map((value) => (
        <MenuCheckItem key={value} checked={value === rate} onCheckedChange={() => player.setRate(value)}>
          {value}×
        </MenuCheckItem>
      ))}
    </Menu>
  );
}

function Volume({ player }: { player: Player }) {
  const { volume, muted } = usePlayerState(player);
  const silent = muted || volume === 0;
  return (
    <div className="flex items-center max-md:hidden">
      <IconButton label={silent ? t("Unmute") : t("Mute")} shortcut="M" onClick={() => player.toggleMute()}>
        {silent ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      </IconButton>
      <input
        type="range"
        aria-label={t("Volume")}
        min={0}
        max={1}
        step={0.05}
        value={muted ? 0 : volume}
        onChange={(event) => player.setVolume(Number(event.target.value))}
        className="h-4 w-18 accent-primary max-lg:hidden"
      />
    </div>
  );
}
