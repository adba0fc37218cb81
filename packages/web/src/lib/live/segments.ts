import type { QueryClient } from "@tanstack/react-query";
import { api, unwrap } from "../client";
import { keys } from "../keys";
import type { Segment, Transcript, Word } from "../types";

/** Beyond this the whole transcript is fetched again. */
const FEW = 10;

async function fetchAt(transcriptId: string, place: number): Promise<Segment | undefined> {
  const params = { path: { transcript_id: transcriptId }, query: { skip: place, limit: 1, words: true } };
  return (await unwrap(api.GET("/api/transcripts/{transcript_id}/segments", { params }))).items[0];
}

/** Answers overtake one another: a segment never becomes older than it is. */
const isOlder = (fresh: Segment, known: Segment): boolean => fresh.version < known.version;

/** Writes a segment that the server returned into what is shown. */
export function showSegment(client: QueryClient, recordingId: string, transcriptId: string, fresh: Segment): void {
  client.setQueryData<Transcript | null>(
    keys.transcriptOf(recordingId),
    (known) => known && { ...known, segments: known.segments.map((segment) => (segment.id === fresh.id && !isOlder(fresh, segment) ? { ...fresh, words: null } : segment)) },
  );
  client.setQueriesData<ReadonlyMap<string, readonly Word[]>>({ queryKey: keys.words(transcriptId) }, (words) =>
    words?.has(fresh.id) && fresh.words ? new Map(words).set(fresh.id, fresh.words) : words,
  );
}

/**
 * After a correction only the corrected segments are fetched: a day of speech is megabytes, a segment is not. False when that is
 * not enough and the whole has to be fetched.
 */
export async function refreshSegments(client: QueryClient, recordingId: string, transcriptId: string, ids: readonly string[]): Promise<boolean> {
  const key = keys.transcriptOf(recordingId);
  const known = client.getQueryData<Transcript | null>(key);
  if (known?.id !== transcriptId || ids.length === 0 || ids.length > FEW) return false;
  for (const id of ids) {
    const place = known.segments.findIndex((segment) => segment.id === id);
    const fresh = place === -1 ? undefined : await fetchAt(transcriptId, place).catch(() => undefined);
    const isSame = fresh?.id === id && (!fresh.speaker_id || known.speakers.some((speaker) => speaker.id === fresh.speaker_id));
    if (!fresh || !isSame) return false;
    showSegment(client, recordingId, transcriptId, fresh);
  }
  return true;
}
