import { oneOf, wholeNumber, type SetParams } from "@/lib/url-state";
import type { QueryOf } from "@/lib/types";
import { t } from "@verbatim/ui/texts";

export const PAGE_SIZE = 25;

export const STATUSES = ["completed", "processing", "pending", "untranscribed", "failed", "cancelled"] as const;
const SORTS = ["created_at", "title", "duration_seconds", "file_size"] as const;
const ORDERS = ["desc", "asc"] as const;

/** Lengths to choose from, in seconds: from the first to below the second. */
export const LENGTHS = {
  short: { label: t("Under 5 minutes"), from: undefined, to: 300 },
  medium: { label: t("5 to 30 minutes"), from: 300, to: 1800 },
  long: { label: t("30 minutes to 2 hours"), from: 1800, to: 7200 },
  longest: { label: t("Over 2 hours"), from: 7200, to: undefined },
} as const;
export const LENGTH_NAMES = Object.keys(LENGTHS) as (keyof typeof LENGTHS)[];

export type SortColumn = (typeof SORTS)[number];

/** What the address says the list shows. Unknown values count as none. */
export interface Filters {
  search: string;
  status: (typeof STATUSES)[number] | "";
  project: string;
  tag: string;
  /** A code such as `de`. */
  language: string;
  length: keyof typeof LENGTHS | "";
  /** Only what the reader has starred. */
  starred: boolean;
  from: string;
  to: string;
  sort: SortColumn;
  order: (typeof ORDERS)[number];
  page: number;
}

const isDay = (raw: string | null): raw is string => raw !== null && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw));

const isLanguage = (raw: string | null): boolean => raw !== null && /^[a-z]{2,3}(-[a-z]{2,6})?$/i.test(raw);

export function readFilters(params: URLSearchParams): Filters {
  const from = params.get("from");
  const to = params.get("to");
  return {
    search: params.get("q") ?? "",
    status: oneOf(params.get("status"), STATUSES, "" as (typeof STATUSES)[number]) || "",
    project: params.get("project") ?? "",
    tag: params.get("tag") ?? "",
    language: isLanguage(params.get("language")) ? (params.get("language") ?? "") : "",
    length: oneOf(params.get("length"), LENGTH_NAMES, "" as keyof typeof LENGTHS) || "",
    starred: params.get("starred") === "1",
    from: isDay(from) ? from : "",
    to: isDay(to) ? to : "",
    sort: oneOf(params.get("sort"), SORTS, "created_at"),
    order: oneOf(params.get("order"), ORDERS, "desc"),
    page: wholeNumber(params.get("page"), 1),
  };
}

export const isFiltered = (filters: Filters): boolean => Boolean(filters.search || filters.status || filters.project || filters.tag || filters.language || filters.length || filters.starred || filters.from || filters.to);

/** How many filters are in force beside the words. */
export const countOf = ({ status, project, tag, language, length, starred, from, to }: Filters): number => [status, project, tag, language, length, starred, from, to].filter(Boolean).length;

/** Changing what is listed starts at its first page. */
export function filterBy(set: SetParams, changes: Record<string, string | null>, replace = false): void {
  set({ ...changes, page: null }, { replace });
}

export function clearFilters(set: SetParams): void {
  filterBy(set, { q: null, status: null, project: null, tag: null, language: null, length: null, starred: null, from: null, to: null });
}

/** Days in the address are the reader's own; the server is asked for the moments they begin and end. */
export function toQuery(filters: Filters): QueryOf<"/api/recordings"> {
  const length = filters.length ? LENGTHS[filters.length] : undefined;
  return {
    page: filters.page,
    page_size: PAGE_SIZE,
    sort_by: filters.sort,
    sort_order: filters.order,
    search: filters.search || undefined,
    status: filters.status || undefined,
    project_id: filters.project || undefined,
    tag_ids: filters.tag || undefined,
    language: filters.language || undefined,
    favourites: filters.starred || undefined,
    min_seconds: length?.from,
    max_seconds: length?.to && length.to - 0.001,
    date_from: filters.from ? new Date(`${filters.from}T00:00:00`).toISOString() : undefined,
    date_to: filters.to ? new Date(`${filters.to}T23:59:59.999`).toISOString() : undefined,
  };
}
