/** Where one open page of somebody is, as it said last. */
export interface Present {
  readonly page: string;
  readonly person: string;
  readonly name: string;
  readonly segmentId: string | null;
  readonly editing: boolean;
  /** When it was heard last, in milliseconds. */
  readonly heard: number;
}

export type Others = ReadonlyMap<string, Present>;

/** Whoever is not heard for so long is gone. A page says where it is more than twice in that time. */
export const GONE_MS = 12_000;
export const SAY_MS = 5000;

/** Pages that one page shows at most: what strangers can make it keep. */
const MOST = 100;

export interface Said extends Omit<Present, "heard"> {
  readonly transcriptId: string;
  readonly here: boolean;
  readonly asks: boolean;
}

/** What a message of the live stream says, or null when it is about something else. */
export function parseSaid(data: unknown): Said | null {
  if (typeof data !== "object" || data === null) return null;
  const { type, transcript_id: transcriptId, page, person, name, segment_id: segmentId, editing, here, asks } = data as Record<string, unknown>;
  if (type !== "transcript.presence" || typeof transcriptId !== "string" || typeof page !== "string" || typeof person !== "string" || typeof name !== "string") return null;
  return { transcriptId, page, person, name, segmentId: typeof segmentId === "string" ? segmentId : null, editing: editing === true, here: here !== false, asks: asks === true };
}

/** The others after one of them has said something. */
export function heard(others: Others, { page, person, name, segmentId, editing, here }: Said, now: number): Others {
  const next = new Map(others);
  next.delete(page);
  if (here && next.size < MOST) next.set(page, { page, person, name, segmentId, editing, heard: now });
  return next;
}

/** The others without those that are gone; the same object when nobody is. */
export function stillHere(others: Others, now: number): Others {
  const gone = [...others.values()].filter((one) => now - one.heard > GONE_MS);
  return gone.length === 0 ? others : new Map([...others].filter(([, one]) => now - one.heard <= GONE_MS));
}

const HUES = ["#2563eb", "#b45309", "#0f766e", "#a21caf", "#4d7c0f", "#be123c", "#6d28d9", "#0e7490"];

/** A colour that stays the same for a person; the name is always said in words too. White is readable on each. */
export function colorOf(person: string): string {
  let sum = 0;
  for (const sign of person) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length] ?? "#2563eb";
}

/** One page for each person: where they write, else where they were heard last. */
export function people(others: Others): Present[] {
  const found = new Map<string, Present>();
  for (const one of others.values()) {
    const known = found.get(one.person);
    if (!known || (one.editing && !known.editing)) found.set(one.person, one);
  }
  return [...found.values()];
}

/** Who writes in which segment. */
export const writers = (others: Others): ReadonlyMap<string, Present> =>
  new Map([...others.values()].flatMap((one): [string, Present][] => (one.editing && one.segmentId !== null ? [[one.segmentId, one]] : [])));
