import { useMemo, useSyncExternalStore } from "react";
import { readPref, subscribePrefs, writePref } from "@/lib/prefs";
import { drawnForUser } from "@/lib/session";

/* Views of the list that somebody keeps for themselves: filters, order and columns under a name, in this browser. */

export interface View {
  name: string;
  /** The search string without the page, which only says how far one has turned. */
  search: string;
}

const MOST = 20;
export const LONGEST_NAME = 60;
const place = (): string => `recording-views.${drawnForUser()}`;

const isView = (one: unknown): one is View => typeof one === "object" && one !== null && "name" in one && "search" in one && typeof one.name === "string" && typeof one.search === "string";

export function parseViews(stored: string | null): View[] {
  try {
    const found: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(found) ? found.filter(isView).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function useViews(): readonly View[] {
  const stored = useSyncExternalStore(subscribePrefs, () => readPref(place()));
  return useMemo(() => parseViews(stored), [stored]);
}

/** Keeps one under its name, in the place of another of that name. */
export function keepView(view: View): void {
  write([...parseViews(readPref(place())).filter(({ name }) => name !== view.name), view].slice(-MOST));
}

export const dropView = (name: string): void => write(parseViews(readPref(place())).filter((one) => one.name !== name));

const write = (views: readonly View[]): void => writePref(place(), views.length > 0 ? JSON.stringify(views) : null);

export function worthKeeping(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete("page");
  return kept.toString();
}

/** Columns that may be left out; the address says which are. */
export const COLUMNS = [
  { id: "status", label: "Status" },
  { id: "duration_seconds", label: "Length" },
  { id: "file_size", label: "Size" },
  { id: "created_at", label: "Added" },
] as const;

export const withoutOf = (params: URLSearchParams): ReadonlySet<string> => new Set((params.get("without") ?? "").split(",").filter(Boolean));

/** What the address says with a column shown or left out. */
export function toggled(without: ReadonlySet<string>, column: string): string {
  const next = without.has(column) ? [...without].filter((one) => one !== column) : [...without, column];
  return next.toSorted().join(",");
}
