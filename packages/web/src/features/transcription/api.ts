import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { TranscriptionOptions } from "@/lib/types";

/** The Whisper models on this server. */
export const modelsQuery = queryOptions({
  queryKey: keys.models,
  queryFn: ({ signal }) => unwrap(api.GET("/api/config/transcription/models", { signal })),
  select: (answer) => answer.items,
});

const of = (projectId: string | null) => ({ project_id: projectId ?? undefined });

/** What a project chose for its transcriptions; without one, what holds for all of the team. */
export const choicesQuery = (projectId: string | null) =>
  queryOptions({
    queryKey: keys.choices(projectId),
    queryFn: ({ signal }) => unwrap(api.GET("/api/transcription/defaults", { params: { query: of(projectId) }, signal })),
  });

export const suggestedTermsQuery = (projectId: string | null) =>
  queryOptions({
    queryKey: [...keys.suggestedTerms, projectId],
    queryFn: ({ signal }) => unwrap(api.GET("/api/transcription/vocabulary/suggestions", { params: { query: of(projectId) }, signal })),
    select: (answer) => answer.items,
  });

/** Each of these answers with the choices as they are now. */
function useChange<V>(projectId: string | null, change: (value: V) => Promise<TranscriptionOptions>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    meta: { quiet: true },
    onSuccess: (choices) => {
      client.setQueryData(keys.choices(projectId), choices);
      return client.invalidateQueries({ queryKey: keys.suggestedTerms });
    },
  });
}

export const useSetChoices = (projectId: string | null) =>
  useChange(projectId, (body: TranscriptionOptions) => unwrap(api.PUT("/api/transcription/defaults", { params: { query: of(projectId) }, body })));

export const useAddTerms = (projectId: string | null) =>
  useChange(projectId, (terms: readonly string[]) => unwrap(api.POST("/api/transcription/vocabulary", { params: { query: of(projectId) }, body: { terms: [...terms] } })));

export const useRemoveTerm = (projectId: string | null) =>
  useChange(projectId, (term: string) => unwrap(api.DELETE("/api/transcription/vocabulary", { params: { query: { ...of(projectId), term } } })));
