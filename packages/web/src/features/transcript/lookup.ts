/** The last entry that has begun at `time`, by bisection; -1 before the first. */
function lastBegun<T>(entries: readonly T[], time: number, startOf: (entry: T) => number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && startOf(entry) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Seconds differ in their last bits between the player and the server; a seek to a start must land in what starts there. */
const SLACK = 0.02;
/** A word stays lit through a breath, not through a pause. */
const BREATH = 0.7;

/** The place of the segment being said at `time`, or said last. */
export function segmentAt(segments: readonly { start_time: number }[], time: number): number {
  return lastBegun(segments, time + SLACK, (segment) => segment.start_time);
}

/** The place of the word being said at `time`; -1 in silence. */
export function wordAt(words: readonly { start: number; end: number }[], time: number): number {
  const place = lastBegun(words, time + SLACK, (word) => word.start);
  const word = words[place];
  return word && time <= word.end + BREATH ? place : -1;
}
