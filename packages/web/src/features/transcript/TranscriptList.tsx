import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { ArrowDown } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { Selection } from "@/features/speakers/selection";
import type { Present } from "@/features/workbench/presence/present";
import type { Waiting } from "@/lib/outbox/disk";
import type { Segment, Stretch } from "@/lib/types";
import { useWords } from "./api";
import { useTranscript } from "./context";
import { directionOf } from "./direction";
import { estimatedHeights } from "./heights";
import { stretchesByPlace } from "./doubts";
import { NotUnderstood } from "./NotUnderstood";
import type { Player } from "./player";
import type { Reading } from "./reading";
import { SegmentRow } from "./SegmentRow";
import { useSpokenWord } from "./spoken";
import type { Finding } from "./useFind";
import type { Follow } from "./useFollow";
import { useLiveRow } from "./useLiveRow";
import { usePlace } from "./usePlace";
import { useReveal, useRevealHead } from "./useReveal";

interface TranscriptListProps {
  segments: readonly Segment[];
  /** Where somebody speaks and there is no text. */
  missed: readonly Stretch[];
  player: Player;
  current: number;
  find: Finding;
  follow: Follow;
  reading: Reading;
  showUnsure: boolean;
  selection: Selection;
  /** What the server does not have yet, by segment. */
  waiting: ReadonlyMap<string, Waiting>;
  /** Who else writes, by segment. */
  writing: ReadonlyMap<string, Present>;
  /** The last try did not reach the server. */
  away: boolean;
  language: string | null;
  /** Bring this place into view once, when the page opens. */
  openAt: number | null;
  /** Bring this place into view, each time it is another object. */
  goal: { place: number } | null;
}

/** The rows of a transcript, of which only those in view exist. The window scrolls, so phones and keyboards feel at home. */
export function TranscriptList({ segments, missed, player, current, find, follow, reading, showUnsure, selection, waiting, writing, away, language, openAt, goal }: TranscriptListProps) {
  const { transcriptId } = useTranscript();
  const gaps = useMemo(() => stretchesByPlace(segments, missed), [segments, missed]);
  const direction = useMemo(() => directionOf(segments, language), [segments, language]);
  const list = useRef<HTMLOListElement>(null);
  const { margin, width } = usePlace(list);
  const heights = useMemo(() => estimatedHeights(segments, width, reading.size), [segments, width, reading.size]);
  const rows = useWindowVirtualizer({
    count: segments.length,
    overscan: 4,
    scrollMargin: margin,
    getItemKey: (place) => segments[place]?.id ?? place,
    estimateSize: (place) => heights[place] ?? 0,
  });
  const shown = rows.getVirtualItems();
  const wordsOf = useWords(transcriptId, [shown[0]?.index ?? -1, shown.at(-1)?.index ?? -1, current]);
  const currentSegment = segments[current];
  useSpokenWord(list, player, currentSegment, currentSegment && wordsOf(currentSegment.id));

  const live = useLiveRow(list);

  const reveal = useReveal(list, rows, follow.scrolling);
  useEffect(() => {
    if (follow.on && current >= 0) reveal(current, true);
  }, [follow.on, current, reveal]);

  const { active } = find;
  useEffect(() => {
    if (active) reveal(active.segment, false);
  }, [active, reveal]);

  const { head, ids: chosen } = selection;
  useRevealHead(head, segments, reveal);

  useEffect(() => {
    if (goal) reveal(goal.place, false);
  }, [goal, reveal]);

  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || openAt === null || margin === 0) return;
    opened.current = true;
    reveal(openAt, false);
  }, [openAt, margin, reveal]);

  return (
    <>
      <ol
        ref={list}
        aria-label={t("Transcript")}
        data-unsure-shown={showUnsure || undefined}
        dir={direction}
        className={cn("transcript relative", reading.className)}
        style={{ height: rows.getTotalSize() }}
      >
        {shown.map((row) => {
          const segment = segments[row.index];
          if (!segment) return null;
          const before = segments[row.index - 1];
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              aria-setsize={segments.length}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${row.start - margin}px)` }}
            >
              {gaps.get(row.index)?.map((stretch) => <NotUnderstood key={stretch.start_time} stretch={stretch} />)}
              <SegmentRow
                segment={segment}
                words={wordsOf(segment.id)}
                matches={find.open ? find.bySegment.get(row.index) : undefined}
                active={active?.segment === row.index ? active : null}
                current={row.index === current}
                live={segment.id === live}
                selected={chosen.has(segment.id)}
                selecting={chosen.size > 0}
                unsaved={unsavedState(waiting.get(segment.id), away)}
                writer={writing.get(segment.id)}
                newSpeaker={before === undefined || before.speaker !== segment.speaker}
              />
            </li>
          );
        })}
      </ol>
      {gaps.get(segments.length)?.map((stretch) => <NotUnderstood key={stretch.start_time} stretch={stretch} />)}
      {chosen.size === 0 && !follow.on && current >= 0 && !isVisible(list.current, current) && (
        <div className="pointer-events-none fixed inset-x-0 bottom-[calc(1rem+var(--dock,0px))] z-20 flex justify-center lg:left-60">
          <Button
            className="pointer-events-auto animate-slide rounded-full! shadow-pop!"
            onClick={() => {
              follow.start();
              reveal(current, false);
            }}
          >
            <ArrowDown aria-hidden="true" />
            {t("Back to current")}
          </Button>
        </div>
      )}
    </>
  );
}

const unsavedState = (change: Waiting | undefined, away: boolean) => change && (away || change.state !== "waiting" ? "stuck" : "waiting");

function isVisible(list: HTMLElement | null, place: number): boolean {
  const box = list?.querySelector(`[data-index="${place}"]`)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}
