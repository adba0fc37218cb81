import type { Transcript } from "@/lib/types";
import { t } from "@verbatim/ui/texts";

/** The text as one would paste it: a speaker's name where the speaker changes. */
export function plainText(transcript: Pick<Transcript, "segments">): string {
  let before: string | null | undefined;
  const parts = transcript.segments.map(({ speaker, text }) => {
    const named = speaker && speaker !== before ? `\n${speaker}:\n` : "";
    before = speaker;
    return `${named}${text}`;
  });
  return parts.join("\n").trim();
}

export const engineLabel = (transcript: { engine?: string | null; language?: string | null }): string =>
  `${transcript.engine ?? t("an unknown engine")}${transcript.language ? ` (${transcript.language})` : ""}`;
