import { useMemo, useSyncExternalStore } from "react";
import { readPref, subscribePrefs, writePref } from "@/lib/prefs";

/* The tasks that this browser follows: they go on at the server through reloads and on all pages. */

const NAME = "bulk-runs";
const MOST = 5;

const read = (stored: string | null): string[] => (stored ?? "").split(",").filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(-MOST);

export function useRuns(): readonly string[] {
  const stored = useSyncExternalStore(subscribePrefs, () => readPref(NAME));
  return useMemo(() => read(stored), [stored]);
}

export function remember(id: string): void {
  writePref(NAME, [...read(readPref(NAME)).filter((one) => one !== id), id].slice(-MOST).join(","));
}

export function forget(id: string): void {
  writePref(NAME, read(readPref(NAME)).filter((one) => one !== id).join(",") || null);
}
