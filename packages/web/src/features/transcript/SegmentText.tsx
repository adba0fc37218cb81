import { Fragment, memo, type ReactNode } from "react";
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
  /** Every word is an element, to be lit and clicked; otherwise only those that are marked. */
  fine: boolean;
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

const isUnsure = ({ confidence }: Word): boolean => typeof confidence === "number" && confidence < LOW_CONFIDENCE;

/**
 * The words of a segment. `data-w` is a word's place in the timings, by which the player lights it without rendering;
 * `data-at` is the second a click seeks to. A row that only scrolls by is one text: an element for each of its words costs
 * more than all the rest of it.
 */
export const SegmentText = memo(function SegmentText({ text, words, matches, active, corrected, fine }: SegmentTextProps) {
  const marksUnsure = !corrected && words?.some(isUnsure);
  if (!fine && !marksUnsure) return matches ? marked({ text, from: 0, word: null }, matches, active) : text;
  const parts: ReactNode[] = [];
  let plain = 0;
  for (const token of tokenise(text, words)) {
    const word = token.word === null ? undefined : words?.[token.word];
    const unsure = !corrected && word !== undefined && isUnsure(word);
    if (!fine && !unsure) continue;
    if (token.from > plain) parts.push(between(text, plain, token.from, matches, active));
    plain = token.from + token.text.length;
    parts.push(
      <span key={token.from} data-w={token.word ?? undefined} data-at={word?.start} data-unsure={unsure ? "" : undefined}>
        {marked(token, matches, active)}
      </span>,
    );
  }
  if (plain < text.length) parts.push(between(text, plain, text.length, matches, active));
  return parts;
});

function between(text: string, from: number, to: number, matches: readonly Match[] | undefined, active: Match | null): ReactNode {
  const piece = text.slice(from, to);
  return matches ? <Fragment key={`from ${from}`}>{marked({ text: piece, from, word: null }, matches, active)}</Fragment> : piece;
}
