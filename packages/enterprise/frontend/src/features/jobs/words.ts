import type { Tone } from "@verbatim/ui/badge";

export const TONES: Readonly<Record<string, Tone>> = { queued: "neutral", running: "info", completed: "success", failed: "danger", cancelled: "outline" };
export const LABELS: Readonly<Record<string, string>> = { queued: "Waits", running: "Runs", completed: "Completed", failed: "Failed", cancelled: "Cancelled" };

/** A type of jobs as people say it: "send_mail" as "Send mail". */
export function typeName(type: string): string {
  const words = type.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
