import { memo, type ReactNode } from "react";
import { LOW_CONFIDENCE } from "@/features/workbench/confidence";
import type { Word } from "@/lib/types";
import type { Match } from "./find";
import { tokenise, type Token } from "./tokens";

interface SegmentTextProps {
  text: string;
  words: readonly Word[] | undefined;
  matches: readonly Match[] | undefined;
  /** The match the find bar stands on, when it is in this segment. */
  active: Match | null;
  /** A person has gone over it: what the engine was unsure of says nothing any more. */
  corrected: boolean;
}

/** A stretch of text with the found parts marked. */
function marked(token: Token, matches: readonly Match[] | undefined, active: Match | null): ReactNode {
  const end = token.from + token.text.length;
  const hits = matches?.filter((match) => match.from < end && match.to > token.from);
  if (!hits || hits.length === 0) return token.text;
  const parts: ReactNode[] = [];
  let at = token.from;
  for (const hit of hits) {
    const from = Math.max(hit.from, at);
    const to = Math.min(hit.to, end);
    if (from > at) parts.push(token.text.slice(at - token.from, from - token.from));
    parts.push(
      <mark key={from} data-active={hit === active || undefined} className="rounded-[3px] bg-highlight text-foreground data-active:outline-2 data-active:outline-primary">
        {token.text.slice(from - token.from, to - token.from)}
      </mark>,
    );
    at = to;
  }
  if (at < end) parts.push(token.text.slice(at - token.from));
  return parts;
}

/**
 * The words of a segment. `data-w` is a word's place in the timings, by which the player lights it without rendering;
 * `data-at` is the second a click seeks to.
 */
export const SegmentText = memo(function SegmentText({ text, words, matches, active, corrected }: SegmentTextProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const token of tokenise(text, words)) {
    if (token.from > at) parts.push(text.slice(at, token.from));
    at = token.from + token.text.length;
    const word = token.word === null ? undefined : words?.[token.word];
    const confidence = word?.confidence ?? null;
    parts.push(
      <span key={token.from} data-w={token.word ?? undefined} data-at={word?.start} data-unsure={!corrected && confidence !== null && confidence < LOW_CONFIDENCE ? "" : undefined}>
        {marked(token, matches, active)}
      </span>,
    );
  }
  return parts;
});
