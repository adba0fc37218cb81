import { useCallback, useEffect, useRef, useState } from "react";

const SCROLL_KEYS = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"]);
/** Scrolling that comes later than this after ours is the reader's. */
const OURS_MS = 900;

export interface Follow {
  on: boolean;
  toggle: () => void;
  start: () => void;
  /** Wraps scrolling of ours, so that it is not taken for the reader's. */
  scrolling: (scroll: () => void) => void;
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/** Follow mode: on until the reader scrolls, because a page must never be pulled from under somebody's eyes. */
export function useFollow(): Follow {
  const [on, setOn] = useState(true);
  const ours = useRef(0);

  useEffect(() => {
    if (!on) return;
    const stop = new AbortController();
    const release = () => setOn(false);
    const options = { passive: true, signal: stop.signal };
    addEventListener("wheel", release, options);
    addEventListener("touchmove", release, options);
    addEventListener("keydown", (event) => SCROLL_KEYS.has(event.key) && !isTyping(event.target) && release(), options);
    // Dragging the scroll bar sends nothing but scrolling.
    addEventListener("scroll", () => performance.now() - ours.current > OURS_MS && release(), options);
    return () => stop.abort();
  }, [on]);

  return {
    on,
    toggle: useCallback(() => setOn((was) => !was), []),
    start: useCallback(() => setOn(true), []),
    scrolling: useCallback((scroll) => {
      ours.current = performance.now();
      scroll();
    }, []),
  };
}
