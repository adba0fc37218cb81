/* Views of a table that somebody keeps for themselves: what stands in the address, under a name, in this browser. */

export interface View {
  name: string;
  /** The search string without what only says how far one has turned pages. */
  search: string;
}

const MOST = 20;
const PASSING = ["page", "cursor"];
const key = (place: string) => `verbatim-views ${place}`;

export function viewsOf(place: string): View[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(place)) ?? "[]");
    return Array.isArray(found) ? found.filter((one): one is View => typeof one?.name === "string" && typeof one?.search === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps one under its name; returns all of them. Where nothing can be kept, they last as long as the page. */
export function keepView(place: string, view: View): View[] {
  return write(place, [...viewsOf(place).filter(({ name }) => name !== view.name), view].slice(-MOST));
}

export function dropView(place: string, name: string): View[] {
  return write(place, viewsOf(place).filter((one) => one.name !== name));
}

function write(place: string, views: View[]): View[] {
  try {
    localStorage.setItem(key(place), JSON.stringify(views));
  } catch {
    // Private windows keep nothing.
  }
  return views;
}

/** What of the address belongs to a view. */
export function worthKeeping(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of PASSING) params.delete(name);
  return params.toString();
}

/** The columns that are left out, as the address says. */
export const withoutOf = (params: URLSearchParams): ReadonlySet<string> => new Set((params.get("without") ?? "").split(",").filter(Boolean));

/** What the address says with a column shown or left out. */
export function toggled(without: ReadonlySet<string>, column: string): string | null {
  const next = without.has(column) ? [...without].filter((one) => one !== column) : [...without, column];
  return next.toSorted().join(",") || null;
}
