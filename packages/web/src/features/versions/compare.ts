import type { Segment } from "@/lib/types";

type Said = Pick<Segment, "id" | "start_time" | "end_time" | "text" | "speaker">;

/** What both transcripts have of one stretch of time; one side may have nothing. */
export interface ComparedRow {
  start: number;
  left: readonly Said[];
  right: readonly Said[];
}

/** Ends and beginnings that are as near as this are the same moment. */
const SAME = 0.15;
/** Where boundaries never meet, a row ends after so many segments of a side. */
const MOST = 4;

/**
 * Puts beside each other what two transcripts have of the same time. A row ends where both sides pause or begin anew at the same
 * moment, so that no segment stands in two rows.
 */
export function rowsByTime(left: readonly Said[], right: readonly Said[]): ComparedRow[] {
  const all = [...left.map((said) => ({ said, side: "left" as const })), ...right.map((said) => ({ said, side: "right" as const }))];
  all.sort((a, b) => a.said.start_time - b.said.start_time);
  const rows: { start: number; end: number; left: Said[]; right: Said[] }[] = [];
  for (const { said, side } of all) {
    const row = rows.at(-1);
    if (row && said.start_time < row.end - SAME && row[side].length < MOST) {
      row[side].push(said);
      row.end = Math.max(row.end, said.end_time);
    } else {
      const fresh = { start: said.start_time, end: said.end_time, left: [] as Said[], right: [] as Said[] };
      fresh[side].push(said);
      rows.push(fresh);
    }
  }
  return rows;
}

/** A piece of a text; `differs` when the other text has something else there. */
export interface Piece {
  text: string;
  differs: boolean;
}

const words = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "word" }) : null;

function cut(text: string): { text: string; bare: string }[] {
  const parts = words ? Array.from(words.segment(text), ({ segment }) => segment) : text.split(/(?<=\s)/);
  return parts.map((part) => ({ text: part, bare: part.toLocaleLowerCase().replace(/[^\p{L}\p{N}]/gu, "") }));
}

/** Beyond this the texts are shown without marks: comparing costs their lengths multiplied. */
const COSTLY = 400_000;

/** Both texts in pieces, with what the other one has not marked. Case, spaces and punctuation make no difference. */
export function differences(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const a = cut(left);
  const b = cut(right);
  const spokenA = a.filter(({ bare }) => bare !== "");
  const spokenB = b.filter(({ bare }) => bare !== "");
  if (spokenA.length * spokenB.length > COSTLY) return { left: [{ text: left, differs: false }], right: [{ text: right, differs: false }] };
  const { ofA, ofB } = common(
    spokenA.map(({ bare }) => bare),
    spokenB.map(({ bare }) => bare),
  );
  return { left: pieces(a, ofA), right: pieces(b, ofB) };
}

/** The places of a longest common sequence in both. */
function common(a: readonly string[], b: readonly string[]): { ofA: ReadonlySet<number>; ofB: ReadonlySet<number> } {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const ofA = new Set<number>();
  const ofB = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      ofA.add(i);
      ofB.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return { ofA, ofB };
}

/** Joins neighbours that are alike; spaces and punctuation are marked between two marked words only. */
function pieces(parts: readonly { text: string; bare: string }[], shared: ReadonlySet<number>): Piece[] {
  let spoken = 0;
  const marks = parts.map(({ bare }) => (bare === "" ? null : !shared.has(spoken++)));
  const found: Piece[] = [];
  for (const [place, { text }] of parts.entries()) {
    const last = found.at(-1);
    const next = marks[place] === null && nextMark(marks, place);
    const differs = marks[place] ?? ((last?.differs ?? false) && next);
    if (last && last.differs === differs) last.text += text;
    else found.push({ text, differs });
  }
  return found;
}

function nextMark(marks: readonly (boolean | null)[], place: number): boolean {
  let next = place + 1;
  while (next < marks.length && marks[next] === null) next += 1;
  return marks[next] ?? false;
}
