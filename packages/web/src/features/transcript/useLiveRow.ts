import { useEffect, useState, type RefObject } from "react";

/**
 * The id of the row under the pointer or with the focus. Only there are a row's menus built: building them for every row that
 * scrolls by would cost more than the text. Scrolling alone moves no pointer, so it builds none.
 */
export function useLiveRow(list: RefObject<HTMLElement | null>): string | null {
  const [live, setLive] = useState<string | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const stop = new AbortController();
    const note = (event: Event) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-segment]") : null;
      if (row) setLive(row.dataset.segment ?? null);
    };
    for (const type of ["pointermove", "pointerdown", "focusin"]) element.addEventListener(type, note, { passive: true, signal: stop.signal });
    return () => stop.abort();
  }, [list]);
  return live;
}
