/** A stretch of the recording on the page, and the segment in which it is said. */
export interface Stretch {
  segmentId: string;
  from: number;
  to: number;
}

const listeners = new Set<(stretch: Stretch) => void>();

/** Plays a stretch of the transcript that is on the page, from anywhere beside it. */
export function hearFrom(stretch: Stretch): void {
  for (const listener of listeners) listener(stretch);
}

export function onHearing(listener: (stretch: Stretch) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
