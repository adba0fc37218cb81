import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

export const SEARCH_PAGE = 20;

export const globalSearchQuery = (q: string, page: number, limit: number = SEARCH_PAGE) =>
  queryOptions({
    queryKey: [...keys.search, "global", q, page, limit],
    queryFn: ({ signal }) => unwrap(api.GET("/api/search/global", { params: { query: { q, page, limit } }, signal })),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });

export const segmentSearchQuery = (q: string, page: number) =>
  queryOptions({
    queryKey: [...keys.search, "segments", q, page],
    queryFn: ({ signal }) => unwrap(api.GET("/api/search/segments", { params: { query: { q, page, page_size: SEARCH_PAGE } }, signal })),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });

export const titleSearchQuery = (q: string, page: number) =>
  queryOptions({
    queryKey: [...keys.search, "titles", q, page],
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings", { params: { query: { search: q, page, page_size: SEARCH_PAGE } }, signal })),
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
