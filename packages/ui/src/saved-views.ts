/* Views of a table that somebody keeps for themselves: what stands in the address, under a name. Where they are kept is the table's. */

export interface View {
  name: string;
  /** The search string without what only says how far one has turned pages. */
  search: string;
}

const MOST = 20;
const PASSING = ["page", "cursor"];

const isView = (one: unknown): one is View => typeof one === "object" && one !== null && "name" in one && "search" in one && typeof one.name === "string" && typeof one.search === "string";

/** Returns the views of a text that was kept, none of whatever else stands there. */
export function parseViews(stored: string | null): View[] {
  try {
    const found: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(found) ? found.filter(isView).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** With one more, in the place of another of its name; the oldest gives way. */
export const withView = (views: readonly View[], view: View): View[] => [...withoutView(views, view.name), view].slice(-MOST);

export const withoutView = (views: readonly View[], name: string): View[] => views.filter((one) => one.name !== name);

/** What of the address belongs to a view. */
export function worthKeeping(address: URLSearchParams | string): string {
  const kept = new URLSearchParams(address);
  for (const name of PASSING) kept.delete(name);
  return kept.toString();
}

/** The columns that are left out, as the address says. */
export const withoutOf = (params: URLSearchParams): ReadonlySet<string> => new Set((params.get("without") ?? "").split(",").filter(Boolean));

/** What the address says with a column shown or left out. */
export function toggled(without: ReadonlySet<string>, column: string): string | null {
  const next = without.has(column) ? [...without].filter((one) => one !== column) : [...without, column];
  return next.toSorted().join(",") || null;
}
