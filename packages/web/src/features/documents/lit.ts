import { findMatches } from "@/features/transcript/find";

export interface Part {
  text: string;
  hit: boolean;
}

/** A text in parts, those that were looked for marked. */
export function litParts(text: string, q: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const matches = q.trim() === "" ? [] : findMatches([{ text }], q.replaceAll('"', " ")).toSorted((one, other) => one.from - other.from);
  for (const { from, to } of matches) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}
