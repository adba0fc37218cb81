import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { QueryOf } from "@/lib/types";

export const statsQuery = queryOptions({
  queryKey: keys.stats,
  queryFn: ({ signal }) => unwrap(api.GET("/api/stats", { signal })),
});

const list = (name: string, query: QueryOf<"/api/recordings">) =>
  queryOptions({
    queryKey: [...keys.recordingLists, name],
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings", { params: { query }, signal })),
    select: (answer) => answer.items,
  });

export const recentQuery = list("recent", { page_size: 6 });
export const failedQuery = list("failed", { page_size: 3, status: "failed" });
export const runningQuery = list("running", { page_size: 5, status: "processing" });
export const waitingQuery = list("waiting", { page_size: 5, status: "pending", sort_order: "asc" });
