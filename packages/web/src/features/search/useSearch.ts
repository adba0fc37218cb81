import { useQuery } from "@tanstack/react-query";
import { globalSearchQuery, segmentSearchQuery, titleSearchQuery } from "./api";
import { fromGlobal, fromRecording, fromSegment, groupHits, type HitGroup } from "./hits";

export type SearchKind = "all" | "text" | "titles";

export interface SearchResult {
  groups: readonly HitGroup[];
  total: number;
  totalPages: number;
  capped: boolean;
}

interface SearchState {
  result: SearchResult | undefined;
  error: Error | null;
  isFetching: boolean;
  isPlaceholder: boolean;
  refetch: () => void;
}

/** Everything, only what was said, or only titles: three questions to the server with one shape of answer. */
export function useSearch(q: string, kind: SearchKind, page: number): SearchState {
  const on = q.trim() !== "";
  const all = useQuery({ ...globalSearchQuery(q, page), enabled: on && kind === "all" });
  const text = useQuery({ ...segmentSearchQuery(q, page), enabled: on && kind === "text" });
  const titles = useQuery({ ...titleSearchQuery(q, page), enabled: on && kind === "titles" });
  const query = { all, text, titles }[kind];

  let result: SearchResult | undefined;
  if (kind === "all" && all.data) result = { groups: groupHits(all.data.results.map(fromGlobal)), total: all.data.total, totalPages: all.data.total_pages, capped: all.data.total_is_capped };
  if (kind === "text" && text.data) result = { groups: groupHits(text.data.results.map(fromSegment)), total: text.data.total, totalPages: text.data.total_pages, capped: text.data.total_is_capped };
  if (kind === "titles" && titles.data) result = { groups: groupHits(titles.data.items.map(fromRecording)), total: titles.data.total, totalPages: titles.data.total_pages, capped: false };
  return { result, error: query.error, isFetching: query.isFetching, isPlaceholder: query.isPlaceholderData, refetch: () => void query.refetch() };
}
