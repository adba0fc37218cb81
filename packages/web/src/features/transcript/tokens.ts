import type { Word } from "@/lib/types";

/** A stretch of a segment's text, and the place in `words` of what was said there; null where nothing is known. */
export interface Token {
  text: string;
  from: number;
  word: number | null;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Cuts the text into words and gives each its timing. After a correction text and timings differ: what is the same at the
 * beginning and at the end keeps its timing, and so does the middle while it has as many words as were said there.
 */
export function tokenise(text: string, words: readonly Word[] | null | undefined): Token[] {
  if (!words || words.length === 0) return [{ text, from: 0, word: null }];
  const tokens = Array.from(text.matchAll(/\S+/g), (match): Token => ({ text: match[0], from: match.index, word: null }));
  const same = (token: Token | undefined, word: Word | undefined) => token !== undefined && word !== undefined && bare(token.text) === bare(word.text);

  const most = Math.min(tokens.length, words.length);
  let head = 0;
  while (head < most && same(tokens[head], words[head])) head += 1;
  let tail = 0;
  while (tail < most - head && same(tokens[tokens.length - 1 - tail], words[words.length - 1 - tail])) tail += 1;

  const shift = words.length - tokens.length;
  return tokens.map((token, place) => {
    if (place < head) return { ...token, word: place };
    if (place >= tokens.length - tail || shift === 0) return { ...token, word: place + shift };
    return token;
  });
}
