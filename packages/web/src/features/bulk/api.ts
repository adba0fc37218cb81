import { useMutation, useQueryClient, queryOptions, type QueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { BodyOf, BulkRun } from "@/lib/types";
import { remember } from "./runs";

type Body = BodyOf<"/api/bulk">;
/** What is wished; only an export has to do with the rest. */
export type BulkWish = Partial<Body> & Pick<Body, "action">;

const AS_FILES = { format: "txt", include_timestamps: true, include_speakers: true } as const;

const POLL_MS = 700;
const LONG = 200;
/** A long task is asked for less often: it may go on for a quarter of an hour. */
const pollMs = (run: BulkRun | undefined): number => (run && run.total > LONG ? 3 * POLL_MS : POLL_MS);

export const isOver = (run: BulkRun): boolean => run.ended_at !== null;

/** How far a task has come: asked again and again until it is over, because it is its person's own and nobody is told of it. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: keys.bulk(id),
    queryFn: ({ signal }) => unwrap(api.GET("/api/bulk/{run_id}", { params: { path: { run_id: id } }, signal })),
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : pollMs(query.state.data)),
    refetchIntervalInBackground: true,
  });

/** Everything that may look different after a task. */
const STALE = [keys.recordings, keys.transcripts, keys.stats, keys.projects, keys.search, keys.trash, keys.tags];

export const refreshAfter = (client: QueryClient): Promise<unknown> => Promise.all(STALE.map((queryKey) => client.invalidateQueries({ queryKey })));

/** Begins a task; the tray follows it from then on. */
export function useBulk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: BulkWish) => unwrap(api.POST("/api/bulk", { body: { ...AS_FILES, ...wish } })),
    onSuccess: (run) => begun(client, run),
  });
}

export function useUndoRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST("/api/bulk/{run_id}/undo", { params: { path: { run_id: id } } })),
    onSuccess: (run, undone) => {
      void client.invalidateQueries({ queryKey: keys.bulk(undone) });
      begun(client, run);
    },
  });
}

export function useStopRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.POST("/api/bulk/{run_id}/stop", { params: { path: { run_id: id } } })),
    onSuccess: (run) => client.setQueryData(keys.bulk(run.id), run),
  });
}

function begun(client: QueryClient, run: BulkRun): void {
  client.setQueryData(keys.bulk(run.id), run);
  remember(run.id);
}

export const filePath = (id: string): string => `/api/bulk/${id}/file`;
