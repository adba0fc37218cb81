import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "@verbatim/ui/toast";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

/** Under the recording's transcripts, so that whatever makes the text stale does the same to its history. */
export const historyKey = (recordingId: string) => [...keys.transcriptOf(recordingId), "history"] as const;

/** `revision` makes the key another one with each change. */
export const historyQuery = (recordingId: string, transcriptId: string, revision: number) =>
  queryOptions({
    queryKey: [...historyKey(recordingId), transcriptId, revision],
    queryFn: ({ signal }) => unwrap(api.GET("/api/transcripts/{transcript_id}/versions", { params: { path: { transcript_id: transcriptId } }, signal })),
    placeholderData: (before) => before,
  });

export const compareQuery = (recordingId: string, transcriptId: string, number: number, revision: number) =>
  queryOptions({
    queryKey: [...historyKey(recordingId), transcriptId, revision, "compare", number],
    queryFn: ({ signal }) => unwrap(api.GET("/api/transcripts/{transcript_id}/versions/{number}/compare", { params: { path: { transcript_id: transcriptId, number } }, signal })),
  });

type Step = { do: "undo" } | { do: "redo" } | { do: "restore"; number: number; segmentIds?: string[] };

/** A step through the history of a transcript; the text is read again afterwards. */
export function useHistoryStep(recordingId: string, transcriptId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => {
      const path = { transcript_id: transcriptId };
      if (step.do === "undo") return unwrap(api.POST("/api/transcripts/{transcript_id}/undo", { params: { path }, body: {} }));
      if (step.do === "redo") return unwrap(api.POST("/api/transcripts/{transcript_id}/redo", { params: { path }, body: {} }));
      const body = step.segmentIds ? { segment_ids: step.segmentIds } : {};
      return unwrap(api.POST("/api/transcripts/{transcript_id}/versions/{number}/restore", { params: { path: { ...path, number: step.number } }, body }));
    },
    onSuccess: (_, step) => {
      toast("success", { undo: "Taken back", redo: "Made again", restore: "Restored. Undo takes it back." }[step.do]);
      void client.invalidateQueries({ queryKey: keys.words(transcriptId) });
      return client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) });
    },
  });
}

export function useNameVersion(recordingId: string, transcriptId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => unwrap(api.POST("/api/transcripts/{transcript_id}/versions", { params: { path: { transcript_id: transcriptId } }, body: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: historyKey(recordingId) }),
  });
}
