import { queryOptions } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Overview = Schemas["Overview"];
export type Finding = Schemas["HealthFindingResponse"];
export type Report = Schemas["HealthReport"];

/** A fault shows within half a minute: the server looks again at what it looked at ten seconds ago. */
const HEALTH_MS = 10_000;
const OVERVIEW_MS = 30_000;

export const overviewQuery = queryOptions({
  queryKey: ["verbatim-enterprise", "overview"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/overview", { signal })),
  refetchInterval: OVERVIEW_MS,
});

export const healthQuery = queryOptions({
  queryKey: ["verbatim-enterprise", "health"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/health", { signal })),
  refetchInterval: HEALTH_MS,
});
