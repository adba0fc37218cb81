import type { Segment } from "@/lib/types";

export interface Chapter {
  start: number;
  /** Its first words. */
  title: string;
  segmentId: string;
}

const LEAST_SECONDS = 60;
const MOST_WORDS = 9;

/**
 * Where a new part begins: at the longest pauses, about one part for every few minutes. Nobody has understood the text for
 * this; a pause is where people take breath, change the subject or the speaker.
 */
export function chaptersOf(segments: readonly Segment[]): Chapter[] {
  const first = segments[0];
  if (!first) return [];
  const end = segments.at(-1)?.end_time ?? 0;
  const wanted = Math.min(60, Math.max(1, Math.round((end - first.start_time) / 240)));
  const pauses = segments
    .slice(1)
    .map((segment, place) => ({ segment, pause: segment.start_time - (segments[place]?.end_time ?? 0) }))
    .toSorted((one, other) => other.pause - one.pause || one.segment.start_time - other.segment.start_time);
  const chosen = [first];
  for (const { segment } of pauses) {
    if (chosen.length >= wanted) break;
    if (chosen.every((other) => Math.abs(other.start_time - segment.start_time) >= LEAST_SECONDS)) chosen.push(segment);
  }
  return chosen
    .toSorted((one, other) => one.start_time - other.start_time)
    .map((segment) => ({ start: segment.start_time, title: opening(segment.text), segmentId: segment.id }));
}

function opening(text: string): string {
  const words = text.split(/\s+/u).filter(Boolean);
  if (words.length <= MOST_WORDS && text.length <= 80) return text;
  const start = words.slice(0, MOST_WORDS).join(" ").slice(0, 80);
  return `${start}…`;
}
