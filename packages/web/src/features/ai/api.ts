import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { AiPreferences, TranscriptAnswer } from "@/lib/types";

/** The models that this person may use, the usual one first. */
export const modelsQuery = queryOptions({
  queryKey: keys.languageModels,
  queryFn: async ({ signal }) => (await unwrap(api.GET("/api/ai/models", { signal }))).models,
  staleTime: 60_000,
});

export const summariesQuery = (transcriptId: string) =>
  queryOptions({
    queryKey: keys.summaries(transcriptId),
    queryFn: ({ signal }) => unwrap(api.GET("/api/ai/transcripts/{transcript_id}/summaries", { params: { path: { transcript_id: transcriptId } }, signal })),
  });

export const answersQuery = (transcriptId: string) =>
  queryOptions({
    queryKey: keys.answers(transcriptId),
    queryFn: async ({ signal }): Promise<TranscriptAnswer[]> =>
      (await unwrap(api.GET("/api/ai/transcripts/{transcript_id}/answers", { params: { path: { transcript_id: transcriptId } }, signal }))).items,
  });

export const preferencesQuery = queryOptions({
  queryKey: keys.aiPreferences,
  queryFn: ({ signal }) => unwrap(api.GET("/api/ai/preferences", { signal })),
});

export const promptsQuery = queryOptions({
  queryKey: keys.aiPrompts,
  queryFn: async ({ signal }) => (await unwrap(api.GET("/api/ai/prompts", { signal }))).items,
  staleTime: 60_000,
});

export function useSetPreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AiPreferences) => unwrap(api.PUT("/api/ai/preferences", { body })),
    onSuccess: (now) => client.setQueryData(keys.aiPreferences, now),
  });
}

/** Keeps a prompt: a new one, or what is changed of one. */
export function useSavePrompt() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string | null; name: string; text: string }) =>
      id === null ? unwrap(api.POST("/api/ai/prompts", { body })) : unwrap(api.PATCH("/api/ai/prompts/{ai_prompt_id}", { params: { path: { ai_prompt_id: id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.aiPrompts }),
  });
}

export function useDeletePrompt() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/ai/prompts/{ai_prompt_id}", { params: { path: { ai_prompt_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.aiPrompts }),
  });
}

export function useDeleteResult() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/ai/results/{ai_result_id}", { params: { path: { ai_result_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.ai }),
  });
}

export const resultPath = (id: string): string => `/api/ai/results/${id}/export`;
