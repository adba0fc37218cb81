import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useDebounced } from "@verbatim/ui/debounce";
import type { Segment } from "@/lib/types";
import { useUrlState } from "@/lib/url-state";
import { ANYHOW, findMatches, findPhrase, firstFrom, matchesBySegment, type FindOptions, type Match } from "./find";

export interface Finding {
  open: boolean;
  text: string;
  setText: (text: string) => void;
  options: FindOptions;
  setOptions: (options: FindOptions) => void;
  matches: readonly Match[];
  /** In how many places the words stand just as typed: those that can be replaced. */
  replaceable: number;
  bySegment: ReadonlyMap<number, readonly Match[]>;
  at: number;
  active: Match | null;
  step: (by: 1 | -1) => void;
  show: () => void;
  close: () => void;
}

/** Finding in the text. The words stand in the address (`q`), so a link can bring them along. */
export function useFind(segments: readonly Segment[], startAt: () => number): Finding {
  const [params, set] = useUrlState();
  const given = params.get("q") ?? "";
  const [text, setText] = useState(given);
  const [open, setOpen] = useState(given !== "");
  const [at, setAt] = useState(0);
  const [options, setOptions] = useState<FindOptions>(ANYHOW);
  const rested = useDebounced(text);
  const sent = useRef(given);

  useEffect(() => {
    if (rested === sent.current) return;
    sent.current = rested;
    set({ q: rested }, { replace: true });
  }, [rested, set]);

  const wanted = useDeferredValue(text);
  const matches = useMemo(() => findMatches(segments, wanted, options), [segments, wanted, options]);
  const replaceable = useMemo(() => findPhrase(segments, wanted, options).length, [segments, wanted, options]);
  const bySegment = useMemo(() => matchesBySegment(matches), [matches]);

  // New words begin at what is being read, not at the top. Edits keep the place, so only new words count.
  useEffect(() => {
    setAt(matches.length > 0 ? firstFrom(matches, startAt()) : 0);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted]);

  const total = matches.length;
  const place = Math.min(at, Math.max(0, total - 1));
  return {
    open,
    text,
    setText,
    options,
    setOptions,
    matches,
    replaceable,
    bySegment,
    at: place,
    active: open ? (matches[place] ?? null) : null,
    step: useCallback((by) => setAt((now) => (total === 0 ? 0 : (Math.min(now, total - 1) + by + total) % total)), [total]),
    show: useCallback(() => setOpen(true), []),
    close: useCallback(() => {
      setOpen(false);
      setText("");
      sent.current = "";
      set({ q: null }, { replace: true });
    }, [set]),
  };
}
