export interface Match {
  /** Place of the segment in the list. */
  segment: number;
  from: number;
  to: number;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function scan(segments: readonly { text: string }[], pattern: string): Match[] {
  const matches: Match[] = [];
  const expression = new RegExp(pattern, "giu");
  for (const [segment, { text }] of segments.entries()) {
    for (const match of text.matchAll(expression)) {
      if (match[0] !== "") matches.push({ segment, from: match.index, to: match.index + match[0].length });
    }
  }
  return matches;
}

/** Where the words stand: first as typed; several words that nowhere follow each other, each for itself. */
export function findMatches(segments: readonly { text: string }[], query: string): Match[] {
  const terms = query.trim().split(/\s+/u).filter(Boolean).slice(0, 50).map(escape);
  if (terms.length === 0) return [];
  const phrase = scan(segments, terms.join("\\s+"));
  return phrase.length > 0 || terms.length === 1 ? phrase : scan(segments, terms.join("|"));
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
