import { useEffect } from "react";
import type { Segment } from "@/lib/types";
import type { Player } from "./player";

/**
 * A click on a word seeks to it. For the pointer only: the keyboard's way to a place is the button with the time, because
 * tens of thousands of words would make the page impossible to tab through.
 */
export function useWordClicks(segments: readonly Segment[], player: Player): void {
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener(
      "click",
      (event) => {
        const target = event.target instanceof Element ? event.target : null;
        const row = target?.closest("[data-text]")?.closest<HTMLElement>("[data-segment]");
        if (!row || getSelection()?.isCollapsed === false) return;
        // The words became elements with this very click, where nothing had pointed at the row before.
        const word = target?.closest<HTMLElement>("[data-at]") ?? document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-at]");
        const start = Number(word?.dataset.at ?? Number.NaN);
        const segment = segments.find(({ id }) => id === row.dataset.segment);
        if (segment) player.seek(Number.isNaN(start) ? segment.start_time : start);
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [segments, player]);
}
