import type { SpeechModel } from "@/lib/types";
import { t } from "@verbatim/ui/texts";

/** How fast a model was on this machine; null until something was transcribed with it. */
export function speedOf({ speed }: SpeechModel): string | null {
  if (speed === null) return null;
  if (speed < 1) return t("{speed} × slower than speech", { speed: (1 / speed).toFixed(1) });
  return t("{value} × as fast as speech", { value: speed < 10 ? speed.toFixed(1) : Math.round(speed) });
}
