import type { SpeechModel } from "@/lib/types";

/** How fast a model was on this machine; null until something was transcribed with it. */
export function speedOf({ speed }: SpeechModel): string | null {
  if (speed === null) return null;
  if (speed < 1) return `${(1 / speed).toFixed(1)} × slower than speech`;
  return `${speed < 10 ? speed.toFixed(1) : Math.round(speed)} × as fast as speech`;
}
