import type { Tone } from "@verbatim/ui/badge";
import type { State } from "./api";

export const tones: Readonly<Record<State, Tone>> = {
  valid: "success",
  warning: "warning",
  grace: "warning",
  read_only: "danger",
  unlicensed: "neutral",
};
