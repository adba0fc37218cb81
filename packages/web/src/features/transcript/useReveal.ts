import type { Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, type RefObject } from "react";
import type { Follow } from "./useFollow";

export type Reveal = (place: number, smooth: boolean) => void;

/** Brings a row into the comfortable part of the window, unless it is there already. */
export function useReveal(list: RefObject<HTMLElement | null>, rows: Virtualizer<Window, Element>, scrolling: Follow["scrolling"]): Reveal {
  return useCallback(
    (place, smooth) => {
      const element = list.current?.querySelector(`[data-index="${place}"]`);
      scrolling(() => {
        if (!element) return rows.scrollToIndex(place, { align: "center" });
        const { top, bottom } = element.getBoundingClientRect();
        // A picture that stays in view takes its part of the window.
        const covered = Math.max(0, document.querySelector("[data-stage]")?.getBoundingClientRect().bottom ?? 0);
        const room = innerHeight - covered;
        if (top > covered + room * 0.15 && bottom < covered + room * 0.65) return;
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        scrollTo({ top: scrollY + top - covered - room * 0.32, behavior: smooth && !calm ? "smooth" : "auto" });
      });
    },
    [list, rows, scrolling],
  );
}

/** Brings into view what was chosen last, once: a correction of the text afterwards moves nothing. */
export function useRevealHead(head: string | null, segments: readonly { id: string }[], reveal: Reveal): void {
  const latest = useRef(segments);
  useEffect(() => {
    latest.current = segments;
  });
  useEffect(() => {
    const place = latest.current.findIndex(({ id }) => id === head);
    if (place !== -1) reveal(place, false);
  }, [head, reveal]);
}
