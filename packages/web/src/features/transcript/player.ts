import { readPref, writePref } from "@/lib/prefs";
import { checkSession } from "@/lib/session";
import { Sources } from "./sources";

export interface PlayerState {
  readonly playing: boolean;
  readonly rate: number;
  readonly volume: number;
  readonly muted: boolean;
  readonly failed: boolean;
}

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;
export const SKIP_SECONDS = 5;

/** A remembered number; anything outside its range counts as none. */
function stored(name: string, fallback: number, least: number, most: number): number {
  const raw = readPref(name);
  const value = raw === null ? Number.NaN : Number(raw);
  return value >= least && value <= most ? value : fallback;
}

/**
 * The audio of one page. What rarely changes is state to subscribe to; the time, which changes with every frame, is told to
 * listeners that touch the page directly, so that nothing renders because time passes.
 */
export class Player {
  /** Plays sound and, where somebody puts it into the page, shows the picture. */
  readonly audio = document.createElement("video");
  private state: PlayerState = {
    playing: false,
    rate: stored("player.rate", 1, 0.5, 2),
    volume: stored("player.volume", 1, 0, 1),
    muted: false,
    failed: false,
  };
  private readonly listeners = new Set<() => void>();
  private readonly clocks = new Set<(time: number) => void>();
  private frame = 0;
  private sources = new Sources("");

  constructor() {
    const { audio } = this;
    audio.playsInline = true;
    audio.preload = "none"; // whoever only reads has not listened, and servers may keep who has; length and waveform are known
    audio.volume = this.state.volume;
    audio.addEventListener("play", () => this.become({ playing: true }));
    audio.addEventListener("playing", () => this.run());
    for (const end of ["pause", "ended"]) audio.addEventListener(end, () => this.become({ playing: false }));
    for (const jump of ["seeked", "seeking", "timeupdate", "loadedmetadata"]) audio.addEventListener(jump, () => this.tick());
    audio.addEventListener("error", () => {
      if (!audio.getAttribute("src") || this.goOn()) return;
      this.become({ failed: true, playing: false });
      void checkSession(); // it may not be the audio
    });
    audio.addEventListener("loadedmetadata", () => {
      audio.playbackRate = this.state.rate; // a new source starts at its default rate
      this.become({ failed: false });
    });
  }

  readonly snapshot = (): PlayerState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Hears the time in seconds: with every frame while it plays, and after each jump. */
  onTime(clock: (time: number) => void): () => void {
    this.clocks.add(clock);
    clock(this.time);
    return () => this.clocks.delete(clock);
  }

  get time(): number {
    return this.audio.currentTime;
  }

  load(source: string): () => void {
    this.sources = new Sources(source);
    this.audio.src = source;
    this.audio.defaultPlaybackRate = this.state.rate;
    return () => {
      this.audio.pause();
      this.audio.removeAttribute("src");
      this.audio.load(); // ends the download
    };
  }

  seek(time: number): void {
    const { duration } = this.audio;
    this.audio.currentTime = Math.max(0, Number.isFinite(duration) ? Math.min(time, duration) : time);
    this.tick();
  }

  skip(seconds: number): void {
    this.seek(this.time + seconds);
  }

  toggle(): void {
    if (this.audio.paused) void this.audio.play().catch(() => this.become({ playing: false }));
    else this.pause();
  }

  pause(): void {
    this.audio.pause();
  }

  setRate(rate: number): void {
    this.audio.playbackRate = rate;
    writePref("player.rate", String(rate));
    this.become({ rate });
  }

  stepRate(step: 1 | -1): void {
    const place = RATES.findIndex((rate) => rate >= this.state.rate);
    const next = RATES[Math.max(0, Math.min(RATES.length - 1, place + step))];
    if (next !== undefined) this.setRate(next);
  }

  setVolume(volume: number): void {
    this.audio.volume = volume;
    this.audio.muted = false;
    writePref("player.volume", String(volume));
    this.become({ volume, muted: false });
  }

  toggleMute(): void {
    this.audio.muted = !this.audio.muted;
    this.become({ muted: this.audio.muted });
  }

  /** Asks for the file anew, and goes on where it was. False when that is of no use. */
  private goOn(): boolean {
    const { audio } = this;
    const at = audio.currentTime;
    const source = audio.error?.code === MediaError.MEDIA_ERR_DECODE ? null : this.sources.next(at > 0);
    if (source === null) return false;
    const { playing } = this.state;
    audio.src = source;
    if (at > 0) audio.currentTime = at;
    if (playing) void audio.play().catch(() => this.become({ playing: false }));
    return true;
  }

  private run(): void {
    cancelAnimationFrame(this.frame);
    const step = () => {
      this.tick();
      if (!this.audio.paused) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  private tick(): void {
    for (const clock of this.clocks) clock(this.time);
  }

  private become(part: Partial<PlayerState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
