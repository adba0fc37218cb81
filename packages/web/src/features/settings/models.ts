import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

const fetching = [...keys.models, "fetching"] as const;
const ACTIVE = new Set(["queued", "running"]);
const LOOK_AGAIN_MS = 1000;
/** A model that came or failed is told of for this long after a reload. */
const RECENT_MS = 10 * 60_000;

/** The models that are on their way here, or came or failed just now, the newest first. */
export function useFetchedModels(enabled: boolean) {
  const client = useQueryClient();
  const jobs = useQuery({
    enabled,
    queryKey: fetching,
    queryFn: ({ signal }) => unwrap(api.GET("/api/jobs", { params: { query: { limit: 100 } }, signal })),
    select: ({ items }) => items.filter((job) => job.job_type === "speech_model" && (ACTIVE.has(job.status) || Date.now() - Date.parse(job.completed_at ?? job.created_at) < RECENT_MS)),
    refetchInterval: ({ state }) => (state.data?.items.some((job) => job.job_type === "speech_model" && ACTIVE.has(job.status)) ? LOOK_AGAIN_MS : false),
  }).data;
  const done = jobs?.filter(({ status }) => status === "completed").length ?? 0;
  useEffect(() => {
    if (done > 0) void client.invalidateQueries({ queryKey: keys.transcription, predicate: ({ queryKey }) => queryKey[2] !== "fetching" });
  }, [client, done]);
  return (jobs ?? []).map((job) => ({ ...job, isActive: ACTIVE.has(job.status), model: String(job.payload.name ?? "") }));
}

export function useBringModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; folder?: string }) => unwrap(api.POST("/api/config/transcription/models", { body })),
    meta: { quiet: true },
    onSuccess: () => client.invalidateQueries({ queryKey: fetching }),
  });
}

export const useVerifyModel = () =>
  useMutation({
    mutationFn: (name: string) => unwrap(api.POST("/api/config/transcription/models/verify", { params: { query: { name } } })),
  });

export function useRemoveModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => unwrap(api.DELETE("/api/config/transcription/models", { params: { query: { name } } })),
    meta: { quiet: true },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.transcription }),
  });
}

export function useStopFetching() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST("/api/jobs/{job_id}/cancel", { params: { path: { job_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: fetching }),
  });
}
