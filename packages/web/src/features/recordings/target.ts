import type { BulkWish } from "@/features/bulk/api";
import { toQuery, type Filters } from "./filters";

/** Recordings that something is to be done with: some by their ids, or `all` that match filters. */
export interface Target {
  ids: readonly string[];
  all: BulkWish["wanted"] | null;
  count: number;
}

/** What the list shows, without its order and its page. */
export function wantedOf(filters: Filters): NonNullable<BulkWish["wanted"]> {
  const { page: _page, page_size: _size, sort_by: _by, sort_order: _order, favourites = false, ...wanted } = toQuery(filters);
  return { ...wanted, favourites };
}

export const wishFor = ({ ids, all }: Target): Pick<BulkWish, "wanted" | "ids"> => (all ? { wanted: all } : { ids: [...ids] });
