import type { Segment } from "@/lib/types";
import type { ReadingSize } from "./reading";
import { WIDE } from "./usePlace";

/** In pixels, of each size of text: a line, and the letter of middling width. */
const SIZES: Readonly<Record<ReadingSize, { line: number; letter: number }>> = {
  small: { line: 26.4, letter: 7.4 },
  medium: { line: 28.8, letter: 8.4 },
  large: { line: 33.6, letter: 9.9 },
};
/** What stands above and below the text of a row. */
const AROUND = 16;
const BEFORE_SPEAKER = 8;
/** What stands beside the text, or above it on a phone. */
const BESIDE = 320;
const BESIDE_PHONE = 40;
const LEAST_WIDTH = 200;

/**
 * About how high each row is, until it has been seen. Worked out once for all rows: the list goes through every row that
 * follows whenever one turns out to be higher or lower, so the better the guess, the less is worked while somebody scrolls.
 */
export function estimatedHeights(segments: readonly Segment[], width: number, size: ReadingSize): Float64Array {
  const { line, letter } = SIZES[size];
  const isWide = width >= WIDE;
  const letters = Math.max(LEAST_WIDTH, width - (isWide ? BESIDE : BESIDE_PHONE)) / letter;
  const heights = new Float64Array(segments.length);
  segments.forEach((segment, place) => {
    const isNew = place === 0 || segment.speaker !== segments[place - 1]?.speaker;
    const lines = Math.max(1, Math.ceil(segment.text.length / letters)) + (isWide ? 0 : 1);
    heights[place] = Math.round(AROUND + (isNew ? BEFORE_SPEAKER : 0) + lines * line);
  });
  return heights;
}
