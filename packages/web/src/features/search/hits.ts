import { clock, spokenClock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { documentPath, placeName } from "@/features/documents/place";
import type { GlobalHit, SnippetPart } from "@/lib/types";
import { hitPath } from "./api";

/** One thing found: a title, a sentence that was said, a piece of a document, a note. */
export interface Hit {
  id: string;
  kind: "title" | "said" | "written" | "note";
  /** What it was found in, and where that opens. */
  thing: Thing;
  /** The second, page or row. */
  place: string;
  placeLabel: string;
  path: (q: string) => string;
  speaker: string | null;
  snippet: readonly SnippetPart[];
}

export interface Thing {
  kind: "recording" | "document" | "project";
  id: string;
  title: string;
}

export interface HitGroup {
  key: string;
  thing: Thing;
  /** The title with what was found in it. */
  title: readonly SnippetPart[] | null;
  inside: readonly Hit[];
}

export const thingPath = ({ kind, id }: Thing): string => `/${kind}s/${id}`;

const recordingOf = (id: string, title: string): Thing => ({ kind: "recording", id, title });

export function fromGlobal(hit: GlobalHit): Hit {
  const thing = thingOf(hit);
  const base = { id: `${hit.type} ${hit.passage_id ?? hit.id}`, thing, speaker: hit.speaker ?? null, snippet: hit.snippet };
  if (hit.type === "note") return { ...base, kind: "note", place: t("Note"), placeLabel: t("Note:"), path: () => thingPath(thing) };
  if (hit.match_type === "title") return { ...base, kind: "title", place: "", placeLabel: "", path: () => thingPath(thing) };
  if (hit.type === "segment") {
    const at = hit.start_time ?? 0;
    return { ...base, kind: "said", place: clock(at), placeLabel: t("At {spokenClock}:", { spokenClock: spokenClock(at) }), path: (q) => hitPath(thing.id, at, q) };
  }
  const spot = { page: hit.page ?? null, sheet: hit.sheet ?? null, row: hit.row ?? null, paragraph: hit.paragraph ?? null };
  const place = placeName(spot, hit.document_kind ?? "");
  return { ...base, kind: "written", place, placeLabel: `${place}:`, path: (q) => documentPath(thing.id, spot, q, hit.passage_id ?? "") };
}

function thingOf(hit: GlobalHit): Thing {
  if (hit.document_id) return { kind: "document", id: hit.document_id, title: hit.document_title ?? "" };
  if (hit.project_id) return { kind: "project", id: hit.project_id, title: hit.title ?? "" };
  return recordingOf(hit.recording_id ?? "", hit.recording_title ?? "");
}

/** Hits of one thing stand together, where its best hit is. */
export function groupHits(hits: readonly Hit[]): HitGroup[] {
  const groups = new Map<string, { thing: Thing; title: readonly SnippetPart[] | null; inside: Hit[] }>();
  for (const hit of hits) {
    const key = `${hit.thing.kind} ${hit.thing.id}`;
    const group = groups.get(key) ?? { thing: hit.thing, title: null, inside: [] };
    groups.set(key, group);
    if (hit.kind === "title") group.title = hit.snippet;
    else group.inside.push(hit);
  }
  return Array.from(groups, ([key, group]) => ({ key, ...group }));
}
