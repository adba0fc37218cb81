import { useQuery } from "@tanstack/react-query";
import { globalSearchQuery, type Narrowed } from "./api";
import { fromGlobal, groupHits, type HitGroup } from "./hits";

export type SearchKind = "all" | "text" | "titles" | "documents" | "notes";

const kindsOf: Record<SearchKind, string | undefined> = { all: undefined, text: "segment", titles: "recording", documents: "document", notes: "note" }; // no text

export interface SearchResult {
  groups: readonly HitGroup[];
  total: number;
  totalPages: number;
  capped: boolean;
  /** What may have been meant, where nothing was found. */
  suggestion: string | null;
}

interface SearchState {
  result: SearchResult | undefined;
  error: Error | null;
  isPlaceholder: boolean;
  refetch: () => void;
}

/** Everything, or one kind of it: one question to the server. */
export function useSearch(q: string, kind: SearchKind, page: number, narrowed: Narrowed): SearchState {
  const { data, error, isPlaceholderData, refetch } = useQuery(globalSearchQuery(q, page, undefined, { ...narrowed, kinds: kindsOf[kind], suggest: true }));
  const result = data && { groups: groupHits(data.results.map(fromGlobal)), total: data.total, totalPages: data.total_pages, capped: data.total_is_capped, suggestion: data.suggestion ?? null };
  return { result, error, isPlaceholder: isPlaceholderData, refetch: () => void refetch() };
}
