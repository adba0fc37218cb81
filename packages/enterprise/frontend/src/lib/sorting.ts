import type { SortDirection } from "@verbatim/ui/table";

/* By which column a table is sorted stands in the address. */

export const ORDERS = ["asc", "desc"] as const;

interface Sort {
  sort_by?: string;
  sort_order?: "asc" | "desc";
}

/** What a column has that can be sorted by; `isDefault`: the server sorts by it when nothing is said. */
export function sorting(by: string, { sort_by, sort_order }: Sort, onSort: (by: string) => void, isDefault = false): { sorted: SortDirection; onSort: () => void } {
  const isSorted = sort_by ? sort_by === by : isDefault;
  return { sorted: isSorted ? (sort_order ?? "asc") : false, onSort: () => onSort(by) };
}

/** What the address says after a column's head was pressed: once up, again down. Pages begin anew. */
export function turned(by: string, { sort_by, sort_order }: Sort, standard: string): Record<string, string | null> {
  const isDown = (sort_by ?? standard) === by && sort_order !== "desc";
  return { sort: by === standard ? null : by, order: isDown ? "desc" : null, page: null, cursor: null };
}
