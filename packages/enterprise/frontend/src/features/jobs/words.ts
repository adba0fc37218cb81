import type { Tone } from "@verbatim/ui/badge";
import { t } from "@verbatim/ui/texts";

export const TONES: Readonly<Record<string, Tone>> = { queued: "neutral", running: "info", completed: "success", failed: "danger", cancelled: "outline" };
export const LABELS: Readonly<Record<string, string>> = { queued: t("Waits"), running: t("Runs"), completed: t("Completed"), failed: t("Failed"), cancelled: t("Cancelled") };

/** A type of jobs as people say it: "send_mail" as "Send mail". */
export function typeName(type: string): string {
  const words = type.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
