import type { QueryClient } from "@tanstack/react-query";
import { CHUNK, wordsQuery } from "@/features/transcript/api";
import type { Segment, Word } from "@/lib/types";
import { LOW_CONFIDENCE } from "./confidence";

/** Pieces of words that one press of the key may fetch. */
const MOST_CHUNKS = 25;

export type Doubt = { kind: "word"; place: number; time: number } | { kind: "none" } | { kind: "far"; segments: number };

/** Text that a person wrote or checked is not the engine's doubt any more. */
const isSettled = ({ checked_by: checked, edited_by: edited }: Segment): boolean => checked !== null || edited !== null;

export function firstDoubt(words: readonly Word[], after: number): Word | undefined {
  return words.find(({ start, confidence }) => start > after && typeof confidence === "number" && confidence < LOW_CONFIDENCE);
}

/** The next word after a second of the recording of which the engine was unsure, looked for piece by piece. */
export async function nextDoubt(client: QueryClient, transcriptId: string, segments: readonly Segment[], after: number): Promise<Doubt> {
  const begin = Math.max(0, segments.findIndex(({ end_time: end }) => end > after));
  const first = Math.floor(begin / CHUNK);
  const last = Math.floor(Math.max(0, segments.length - 1) / CHUNK);
  for (let chunk = first; chunk <= last; chunk += 1) {
    if (chunk - first >= MOST_CHUNKS) return { kind: "far", segments: MOST_CHUNKS * CHUNK };
    // One after the other: the first that has one is the answer.
    const words = await client.fetchQuery({ ...wordsQuery(transcriptId, chunk), staleTime: 60_000 });
    for (let place = Math.max(begin, chunk * CHUNK); place < Math.min(segments.length, (chunk + 1) * CHUNK); place += 1) {
      const segment = segments[place];
      const word = segment && !isSettled(segment) ? firstDoubt(words.get(segment.id) ?? [], after) : undefined;
      if (word) return { kind: "word", place, time: word.start };
    }
  }
  return { kind: "none" };
}
