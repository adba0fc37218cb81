import { useCallback, useMemo, useState } from "react";
import type { Segment } from "@/lib/types";

/** Which segments are chosen, to change them together. `head` is the one that was chosen last. */
export interface Selection {
  ids: ReadonlySet<string>;
  anchor: string | null;
  head: string | null;
}

export const NONE: Selection = { ids: new Set(), anchor: null, head: null };

/** Chooses one more, or one less. */
export function toggled(before: Selection, id: string): Selection {
  const ids = new Set(before.ids);
  if (!ids.delete(id)) ids.add(id);
  return ids.size === 0 ? NONE : { ids, anchor: id, head: id };
}

/** Chooses everything from where choosing began to a segment, instead of what was chosen last in this way. */
export function extended(before: Selection, id: string, segments: readonly Pick<Segment, "id">[]): Selection {
  const from = segments.findIndex((segment) => segment.id === before.anchor);
  const to = segments.findIndex((segment) => segment.id === id);
  if (to === -1) return before;
  if (from === -1) return toggled(NONE, id);
  const range = segments.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set(range.map((segment) => segment.id)), anchor: before.anchor, head: id };
}

/** One segment further up or down, as a list does it with Shift and an arrow key. */
export function stepped(before: Selection, by: 1 | -1, segments: readonly Pick<Segment, "id">[], start: string | undefined): Selection {
  if (before.head === null) return start === undefined ? before : toggled(NONE, start);
  const place = segments.findIndex((segment) => segment.id === before.head);
  const next = segments[Math.max(0, Math.min(segments.length - 1, place + by))];
  return next ? extended(before, next.id, segments) : before;
}

export interface Selecting {
  selection: Selection;
  chosen: readonly Segment[];
  /** By mouse or by space bar; `extend` with Shift. */
  choose: (id: string, extend: boolean) => void;
  step: (by: 1 | -1, start: string | undefined) => void;
  clear: () => void;
}

export function useSelection(segments: readonly Segment[]): Selecting {
  const [selection, setSelection] = useState(NONE);
  const choose = useCallback((id: string, extend: boolean) => setSelection((before) => (extend ? extended(before, id, segments) : toggled(before, id))), [segments]);
  const step = useCallback((by: 1 | -1, start: string | undefined) => setSelection((before) => stepped(before, by, segments, start)), [segments]);
  const clear = useCallback(() => setSelection(NONE), []);
  const chosen = useMemo(() => segments.filter(({ id }) => selection.ids.has(id)), [segments, selection]);
  return { selection, chosen, choose, step, clear };
}
