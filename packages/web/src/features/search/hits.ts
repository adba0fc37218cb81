import type { GlobalHit, Recording, SegmentSearch, SnippetPart } from "@/lib/types";

/** One thing found: a title, or a sentence that was said. */
export interface Hit {
  id: string;
  kind: "title" | "said";
  recordingId: string;
  recordingTitle: string;
  startTime: number | null;
  speaker: string | null;
  snippet: readonly SnippetPart[];
}

export interface HitGroup {
  key: string;
  recordingId: string;
  recordingTitle: string;
  /** The title with what was found in it. */
  title: readonly SnippetPart[] | null;
  said: readonly Hit[];
}

export const fromGlobal = (hit: GlobalHit): Hit => ({
  id: hit.id,
  kind: hit.type === "recording" ? "title" : "said",
  recordingId: hit.recording_id,
  recordingTitle: hit.recording_title,
  startTime: hit.start_time ?? null,
  speaker: null,
  snippet: hit.snippet,
});

export const fromSegment = (hit: SegmentSearch["results"][number]): Hit => ({
  id: hit.id,
  kind: "said",
  recordingId: hit.recording_id,
  recordingTitle: hit.recording_title,
  startTime: hit.start_time,
  speaker: hit.speaker ?? null,
  snippet: hit.snippet,
});

export const fromRecording = (recording: Recording): Hit => ({
  id: recording.id,
  kind: "title",
  recordingId: recording.id,
  recordingTitle: recording.title,
  startTime: null,
  speaker: null,
  snippet: [{ text: recording.title, hit: false }],
});

/** Hits of one recording stand together, where its best hit is. */
export function groupHits(hits: readonly Hit[]): HitGroup[] {
  const groups = new Map<string, { first: Hit; title: readonly SnippetPart[] | null; said: Hit[] }>();
  for (const hit of hits) {
    const group = groups.get(hit.recordingId) ?? { first: hit, title: null, said: [] };
    groups.set(hit.recordingId, group);
    if (hit.kind === "title") group.title = hit.snippet;
    else group.said.push(hit);
  }
  return Array.from(groups, ([key, { first, title, said }]) => ({ key, recordingId: first.recordingId, recordingTitle: first.recordingTitle, title, said }));
}
