import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { QueryOf } from "@/lib/types";

export const SEARCH_PAGE = 20;

/** What narrows a search: kinds with commas between them, a project, a tag, days. */
export type Narrowed = Pick<QueryOf<"/api/search/global">, "kinds" | "project_id" | "tag_id" | "date_from" | "date_to">;

/** `suggest`: where nothing is found, ask what may have been meant; only a page that shows it asks for it. */
export const globalSearchQuery = (q: string, page: number, limit: number = SEARCH_PAGE, narrowed: Narrowed & { suggest?: boolean } = {}) =>
  queryOptions({
    queryKey: [...keys.search, "global", q, page, limit, narrowed],
    queryFn: ({ signal }) => unwrap(api.GET("/api/search/global", { params: { query: { q, page, limit, ...narrowed } }, signal })),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });

/** Where a hit is read: at its second, with the words lit. */
export function hitPath(recordingId: string, startTime: number | null, q: string): string {
  const params = new URLSearchParams();
  if (startTime !== null) params.set("t", startTime.toFixed(1));
  if (startTime !== null && q) params.set("q", q);
  const query = params.toString();
  return `/recordings/${recordingId}${query ? `?${query}` : ""}`;
}
