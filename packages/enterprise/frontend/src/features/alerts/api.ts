import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Alert = Schemas["AlertResponse"];
export type Alerts = Schemas["AlertPage"];

const ROOT = ["verbatim-enterprise", "alerts"] as const;
/** One cheap question a minute, and none while nobody looks at the tab. */
const LOOK_AGAIN_MS = 60_000;

export const unreadQuery = queryOptions({
  queryKey: [...ROOT, "unread"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/alerts/unread", { signal })),
  refetchInterval: LOOK_AGAIN_MS,
});

export const alertsQuery = (cursor?: string) =>
  queryOptions({
    queryKey: [...ROOT, "list", cursor ?? ""],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/alerts", { signal, params: { query: { cursor, limit: 25 } } })),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const changeMine = (body: Schemas["MyAlerts"]) => unwrap(api.PATCH("/api/admin/alerts/mine", { body }));

export function useRefreshAlerts(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}
