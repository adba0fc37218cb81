import { queryOptions, useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { ApiError } from "@verbatim/ui/errors";
import { keys } from "@/lib/keys";
import type { Transcript, Word } from "@/lib/types";

/** The text without word timings: for a day of speech that is a tenth of the whole. Null when there is none yet. */
export const transcriptQuery = (recordingId: string) =>
  queryOptions({
    queryKey: keys.transcriptOf(recordingId),
    queryFn: async ({ signal }): Promise<Transcript | null> => {
      const params = { path: { recording_id: recordingId }, query: { words: false } };
      try {
        return await unwrap(api.GET("/api/transcripts/by-recording/{recording_id}", { params, signal }));
      } catch (error) {
        if (error instanceof ApiError && error.code === "transcript_not_found") return null;
        throw error;
      }
    },
  });

/** An older transcript, read by its id. */
export const olderTranscriptQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.transcripts, "one", id],
    queryFn: ({ signal }): Promise<Transcript | null> => unwrap(api.GET("/api/transcripts/{transcript_id}", { params: { path: { transcript_id: id }, query: { words: false } }, signal })),
  });

/** Segments whose words are fetched together. */
export const CHUNK = 200;

export type WordMap = ReadonlyMap<string, readonly Word[]>;

export const wordsQuery = (transcriptId: string, chunk: number) =>
  queryOptions({
    queryKey: [...keys.words(transcriptId), chunk],
    queryFn: async ({ signal }): Promise<WordMap> => {
      const params = { path: { transcript_id: transcriptId }, query: { skip: chunk * CHUNK, limit: CHUNK, words: true } };
      const answer = await unwrap(api.GET("/api/transcripts/{transcript_id}/segments", { params, signal }));
      return new Map(answer.items.map((segment) => [segment.id, segment.words ?? []]));
    },
  });

/** Word timings of the segments at `places` (first and last shown, and the one being said), fetched in pieces. */
export function useWords(transcriptId: string, places: readonly number[]): (segmentId: string) => readonly Word[] | undefined {
  const chunks = [...new Set(places.filter((place) => place >= 0).map((place) => Math.floor(place / CHUNK)))];
  const maps = useQueries({
    queries: chunks.map((chunk) => wordsQuery(transcriptId, chunk)),
    combine: (results) => results.map((result) => result.data),
  });
  return (segmentId) => maps.find((map) => map?.has(segmentId))?.get(segmentId);
}

function useTranscriptMutation<V>(recordingId: string, run: (variables: V) => Promise<unknown>, quiet = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { quiet },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) }),
  });
}

export const useDeleteSegment = (transcriptId: string, recordingId: string) =>
  useTranscriptMutation(
    recordingId,
    (segmentId: string) => unwrap(api.DELETE("/api/transcripts/{transcript_id}/segments/{segment_id}", { params: { path: { transcript_id: transcriptId, segment_id: segmentId } } })),
    true,
  );

export const useRenameSpeaker = (recordingId: string) =>
  useTranscriptMutation(recordingId, ({ id, name }: { id: string; name: string }) => unwrap(api.PATCH("/api/speakers/{speaker_id}", { params: { path: { speaker_id: id } }, body: { speaker_name: name } })), true);

export const useMergeSpeaker = (recordingId: string) =>
  useTranscriptMutation(
    recordingId,
    ({ id, into }: { id: string; into: string }) => unwrap(api.POST("/api/speakers/{speaker_id}/merge", { params: { path: { speaker_id: id } }, body: { target_speaker_id: into } })),
    true,
  );

export const useDeleteSegments = (transcriptId: string, recordingId: string) =>
  useTranscriptMutation(
    recordingId,
    async (ids: readonly string[]) => {
      // The server takes a thousand at once.
      for (let at = 0; at < ids.length; at += 1000) {
        await unwrap(api.POST("/api/transcripts/{transcript_id}/segments/bulk-delete", { params: { path: { transcript_id: transcriptId } }, body: { segment_ids: ids.slice(at, at + 1000) } }));
      }
    },
    true,
  );

export const waveformQuery = (recordingId: string) =>
  queryOptions({
    queryKey: keys.recordingDetail(recordingId, "waveform"),
    queryFn: async ({ signal }) => {
      try {
        return await unwrap(api.GET("/api/recordings/{recording_id}/waveform", { params: { path: { recording_id: recordingId } }, signal }));
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null; // not made yet
        throw error;
      }
    },
  });
