import type { Segment } from "@/lib/types";

export interface Talk {
  seconds: number;
  segments: number;
}

/** How long and how often each speaker speaks. */
export function talkOf(segments: readonly Segment[]): Map<string, Talk> {
  const found = new Map<string, Talk>();
  for (const { speaker_id: id, start_time: start, end_time: end } of segments) {
    if (!id) continue;
    const known = found.get(id) ?? { seconds: 0, segments: 0 };
    found.set(id, { seconds: known.seconds + Math.max(0, end - start), segments: known.segments + 1 });
  }
  return found;
}
