import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { Summary, TranscriptAnswer } from "@/lib/types";

/** The models that this person may use, the usual one first. */
export const modelsQuery = queryOptions({
  queryKey: keys.languageModels,
  queryFn: async ({ signal }) => (await unwrap(api.GET("/api/ai/models", { signal }))).models,
  staleTime: 60_000,
});

export const summariesQuery = (transcriptId: string) =>
  queryOptions({
    queryKey: keys.summaries(transcriptId),
    queryFn: async ({ signal }): Promise<Summary[]> =>
      (await unwrap(api.GET("/api/ai/transcripts/{transcript_id}/summaries", { params: { path: { transcript_id: transcriptId } }, signal }))).items,
  });

export const answersQuery = (transcriptId: string) =>
  queryOptions({
    queryKey: keys.answers(transcriptId),
    queryFn: async ({ signal }): Promise<TranscriptAnswer[]> =>
      (await unwrap(api.GET("/api/ai/transcripts/{transcript_id}/answers", { params: { path: { transcript_id: transcriptId } }, signal }))).items,
  });

export function useDeleteResult() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/ai/results/{ai_result_id}", { params: { path: { ai_result_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.ai }),
  });
}

export const resultPath = (id: string): string => `/api/ai/results/${id}/export`;
