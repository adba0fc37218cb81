import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type AdminJob = Schemas["AdminJob"];
export type JobDetail = Schemas["AdminJobDetail"];
export type JobsReport = Schemas["JobsReport"];
export type JobStatus = Schemas["JobStatus"];

export const STATUSES = ["queued", "running", "failed", "completed", "cancelled"] as const;

const ROOT = ["verbatim-enterprise", "jobs"] as const;
const LOOK_AGAIN_MS = 5_000;

export interface JobFilter {
  status?: JobStatus;
  job_type?: string;
  team_id?: string;
  host?: string;
  cursor?: string;
}

export const jobsQuery = (query: JobFilter) =>
  queryOptions({
    queryKey: [...ROOT, "list", query],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/jobs", { signal, params: { query: { ...query, limit: 50 } } })),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  });

export const reportQuery = queryOptions({
  queryKey: [...ROOT, "report"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/jobs/report", { signal })),
  refetchInterval: LOOK_AGAIN_MS,
});

export const jobQuery = (job_id: string) =>
  queryOptions({
    queryKey: [...ROOT, "one", job_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/jobs/{job_id}", { signal, params: { path: { job_id } } })),
    refetchInterval: LOOK_AGAIN_MS,
  });

export function useRefreshJobs(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

const of = (job_id: string) => ({ params: { path: { job_id } } });
const typed = (job_type: string) => ({ params: { path: { job_type } } });
const on = (host: string) => ({ params: { path: { host } } });

export const cancelJob = (id: string) => unwrap(api.POST("/api/admin/jobs/{job_id}/cancel", of(id)));
export const moveJob = (id: string, place: "first" | "last") => unwrap(api.POST("/api/admin/jobs/{job_id}/priority", { ...of(id), body: { place } }));
export const retryJob = (id: string) => unwrap(api.POST("/api/admin/jobs/{job_id}/retry", of(id)));
export const pauseType = (type: string) => unwrap(api.POST("/api/admin/jobs/types/{job_type}/pause", typed(type)));
export const resumeType = (type: string) => unwrap(api.POST("/api/admin/jobs/types/{job_type}/resume", typed(type)));
export const drainMachine = (host: string) => unwrap(api.POST("/api/admin/jobs/machines/{host}/drain", on(host)));
export const resumeMachine = (host: string) => unwrap(api.POST("/api/admin/jobs/machines/{host}/resume", on(host)));
