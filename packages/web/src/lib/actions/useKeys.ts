import { useMemo, useSyncExternalStore } from "react";
import { readPref, subscribePrefs, writePref } from "../prefs";
import { drawnForUser } from "../session";
import { parseKeys, shownKey, storedKeys, type ActionId, type KeyMap } from "./actions";

const name = (): string => `keys.${drawnForUser()}`;

/** The keys of whoever is signed in, in this browser. */
export function useKeys(): { map: KeyMap; change: (map: KeyMap | null) => void } {
  const stored = useSyncExternalStore(subscribePrefs, () => readPref(name()));
  return { map: useMemo(() => parseKeys(stored), [stored]), change: (map) => writePref(name(), map && storedKeys(map)) };
}

/** The keys as they are now, for listeners. */
export const currentKeys = (): KeyMap => parseKeys(readPref(name()));

/** The first key of an action, for tooltips. */
export function useShownKey(id: ActionId): string | undefined {
  const key = useKeys().map.get(id)?.[0];
  return key === undefined ? undefined : shownKey(key);
}
