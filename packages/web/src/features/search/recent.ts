import { useMemo, useSyncExternalStore } from "react";
import { readPref, subscribePrefs, writePref } from "@/lib/prefs";
import { drawnForUser } from "@/lib/session";

const MOST = 8;
const LONGEST = 200;

const nameOf = (user: string): string => `searches.${user}`;

export function parseRecent(stored: string | null): readonly string[] {
  try {
    const found: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The list with a search at its top. What it began with, as one types, is the same search. */
export function withSearch(known: readonly string[], q: string): readonly string[] {
  const text = q.trim().slice(0, LONGEST);
  if (text === "") return known;
  const small = text.toLowerCase();
  return [text, ...known.filter((one) => !small.startsWith(one.toLowerCase()))].slice(0, MOST);
}

export function remember(q: string): void {
  const name = nameOf(drawnForUser());
  const known = parseRecent(readPref(name));
  const next = withSearch(known, q);
  if (next.join("\n") !== known.join("\n")) writePref(name, JSON.stringify(next));
}

export const forget = (): void => writePref(nameOf(drawnForUser()), null);

/** What this person looked for last in this browser, the newest first. */
export function useRecent(): readonly string[] {
  const stored = useSyncExternalStore(subscribePrefs, () => readPref(nameOf(drawnForUser())));
  return useMemo(() => parseRecent(stored), [stored]);
}
