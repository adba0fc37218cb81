import type { SpeechModel } from "@/lib/types";
import { tenths } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";

/** How fast a model was on this machine; null until something was transcribed with it. */
export function speedOf({ speed }: SpeechModel): string | null {
  if (speed === null) return null;
  if (speed < 1) return t("{speed} × slower than speech", { speed: tenths(1 / speed) });
  return t("{value} × as fast as speech", { value: speed < 10 ? tenths(speed) : Math.round(speed) });
}
