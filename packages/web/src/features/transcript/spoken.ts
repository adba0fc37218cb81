import { useEffect, useState, type RefObject } from "react";
import type { Segment, Word } from "@/lib/types";
import { segmentAt, wordAt } from "./lookup";
import type { Player } from "./player";

/** The place of the segment being said. It renders when the segment changes, not while time passes. */
export function useCurrentSegment(player: Player, segments: readonly Segment[]): number {
  const [place, setPlace] = useState(-1);
  useEffect(() => player.onTime((time) => setPlace(time > 0 ? segmentAt(segments, time) : -1)), [player, segments]);
  return place;
}

/** Lights the spoken word by an attribute on its element, so that no row renders for it. */
export function useSpokenWord(list: RefObject<HTMLElement | null>, player: Player, segment: Segment | undefined, words: readonly Word[] | undefined): void {
  useEffect(() => {
    if (!segment || !words || words.length === 0) return;
    const row = `[data-segment="${CSS.escape(segment.id)}"]`;
    let lit: Element | null = null;
    let litPlace = -1;
    const light = (place: number) => {
      // Nothing to do, unless the row was scrolled away meanwhile and came back as another element.
      if (place === litPlace && (place === -1 || lit?.isConnected)) return;
      lit?.removeAttribute("data-spoken");
      lit = place === -1 ? null : (list.current?.querySelector(`${row} [data-w="${place}"]`) ?? null);
      lit?.setAttribute("data-spoken", "");
      litPlace = place;
    };
    const silence = player.onTime((time) => light(wordAt(words, time)));
    return () => {
      silence();
      light(-1);
    };
  }, [list, player, segment, words]);
}
