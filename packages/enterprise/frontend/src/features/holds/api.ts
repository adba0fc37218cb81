import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Hold = Schemas["HoldResponse"];

const ROOT = ["verbatim-enterprise", "holds"] as const;
const PAGE_SIZE = 25;

/** What can be held, with the name people know it by. */
export interface Target {
  kind: "recording" | "project";
  id: string;
}

export const holdsQuery = (active: boolean, page: number) =>
  queryOptions({
    queryKey: [...ROOT, "list", active, page],
    queryFn: ({ signal }) => unwrap(api.GET("/api/holds", { signal, params: { query: { active, page, page_size: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });

/** The holds that stand on a recording, also those on its projects. */
export const holdsOfRecordingQuery = (recording_id: string) =>
  queryOptions({
    queryKey: [...ROOT, "recording", recording_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/holds", { signal, params: { query: { recording_id, active: true } } })),
  });

export function useRefreshHolds(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ROOT });
    await client.invalidateQueries({ queryKey: ["verbatim-enterprise", "retention"] });
  };
}

export const placeHold = ({ kind, id }: Target, reason: string) =>
  unwrap(api.POST("/api/holds", { body: { reason, ...(kind === "recording" ? { recording_id: id } : { project_id: id }) } }));
export const liftHold = (hold_id: string, reason: string) => unwrap(api.POST("/api/holds/{hold_id}/lift", { params: { path: { hold_id } }, body: { reason } }));
