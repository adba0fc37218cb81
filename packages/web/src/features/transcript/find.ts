export interface Match {
  /** Place of the segment in the list. */
  segment: number;
  from: number;
  to: number;
}

/** How to find: whether A is another letter than a, whether words must end where what was typed ends, and whether é is e. */
export interface FindOptions {
  case: boolean;
  words: boolean;
  plain: boolean;
}

export const ANYHOW: FindOptions = { case: false, words: false, plain: false };

const bare = (letter: string): string => letter.normalize("NFD").replace(/\p{Mn}/gu, "");

/** A text without accents, and where each of its signs, and its end, stands in the text. */
function withoutAccents(text: string): { text: string; origins: readonly number[] } {
  let found = "";
  const origins: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = bare(letter);
    for (let sign = 0; sign < plain.length; sign += 1) origins.push(at);
    found += plain;
    at += letter.length;
  }
  return { text: found, origins: [...origins, at] };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function scan(segments: readonly { text: string }[], pattern: string, options: FindOptions): Match[] {
  const matches: Match[] = [];
  const expression = new RegExp(pattern, options.case ? "gu" : "giu");
  for (const [segment, { text }] of segments.entries()) {
    const plain = options.plain ? withoutAccents(text) : null;
    const place = (at: number) => plain?.origins[at] ?? at;
    for (const match of (plain?.text ?? text).matchAll(expression)) {
      if (match[0] !== "") matches.push({ segment, from: place(match.index), to: place(match.index + match[0].length) });
    }
  }
  return matches;
}

const termsOf = (query: string): string[] => query.trim().split(/\s+/u).filter(Boolean).slice(0, 50);

const OF_WORDS = /[\p{L}\p{N}]/u;

/** What stands for some words in a row. A sign at an edge ends a word by itself. */
function pattern(typed: readonly string[], { words, plain }: FindOptions): string {
  const terms = plain ? typed.map(bare).filter(Boolean) : typed;
  if (terms.length === 0) return "(?!)";
  const text = terms.map(escape).join("\\s+");
  if (!words) return text;
  const before = OF_WORDS.test(terms[0]?.at(0) ?? "") ? "(?<![\\p{L}\\p{N}])" : "";
  const after = OF_WORDS.test(terms.at(-1)?.at(-1) ?? "") ? "(?![\\p{L}\\p{N}])" : "";
  return before + text + after;
}

/** Where the words stand as they were typed, one behind the other. */
export function findPhrase(segments: readonly { text: string }[], query: string, options: FindOptions = ANYHOW): Match[] {
  const terms = termsOf(query);
  return terms.length === 0 ? [] : scan(segments, pattern(terms, options), options);
}

/** Where the words stand: first as typed; several words that nowhere follow each other, each for itself. */
export function findMatches(segments: readonly { text: string }[], query: string, options: FindOptions = ANYHOW): Match[] {
  const phrase = findPhrase(segments, query, options);
  const terms = termsOf(query);
  if (phrase.length > 0 || terms.length < 2) return phrase;
  return scan(segments, terms.map((term) => pattern([term], options)).join("|"), options);
}

export function matchesBySegment(matches: readonly Match[]): ReadonlyMap<number, readonly Match[]> {
  const found = new Map<number, Match[]>();
  for (const match of matches) {
    const known = found.get(match.segment);
    if (known) known.push(match);
    else found.set(match.segment, [match]);
  }
  return found;
}

/** The first match in or after a segment, so that finding begins where one is. */
export function firstFrom(matches: readonly Match[], segment: number): number {
  const place = matches.findIndex((match) => match.segment >= segment);
  return place === -1 ? 0 : place;
}
