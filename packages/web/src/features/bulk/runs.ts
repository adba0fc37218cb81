import { useMemo, useSyncExternalStore } from "react";
import { readPref, subscribePrefs, writePref } from "@/lib/prefs";
import { drawnForPlace } from "@/lib/session";

/*
 * The tasks that this browser follows: they go on at the server through reloads and on all pages. The server knows them
 * only in the team where they were begun: in another one they wait, with what undoes them and with their files.
 */

const place = (): string => `bulk-runs.${drawnForPlace()}`;
const MOST = 5;

const read = (stored: string | null): string[] => (stored ?? "").split(",").filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(-MOST);

export function useRuns(): readonly string[] {
  const stored = useSyncExternalStore(subscribePrefs, () => readPref(place()));
  return useMemo(() => read(stored), [stored]);
}

export function remember(id: string): void {
  writePref(place(), [...read(readPref(place())).filter((one) => one !== id), id].slice(-MOST).join(","));
}

export function forget(id: string): void {
  writePref(place(), read(readPref(place())).filter((one) => one !== id).join(",") || null);
}
