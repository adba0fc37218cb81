import { useSyncExternalStore } from "react";

/*
 * Choices of this browser, not of the account: theme, reading font, what the player remembers.
 * All tabs follow. A browser that forbids storage keeps them for the tab's life.
 */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

export function readPref(name: string): string | null {
  try {
    return localStorage.getItem(`verbatim.${name}`) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

export function writePref(name: string, value: string | null): void {
  memory.delete(name);
  try {
    if (value === null) localStorage.removeItem(`verbatim.${name}`);
    else localStorage.setItem(`verbatim.${name}`, value);
  } catch {
    if (value !== null) memory.set(name, value); // forbidden, or full
  }
  for (const listener of listeners) listener();
}

export function prefNames(prefix: string): string[] {
  const names = new Set([...memory.keys()].filter((name) => name.startsWith(prefix)));
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key?.startsWith(`verbatim.${prefix}`)) names.add(key.slice("verbatim.".length));
    }
  } catch {
    // memory only
  }
  return [...names];
}

export function subscribePrefs(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener?.("storage", listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener?.("storage", listener);
  };
}

/** One of a few values; anything else that is stored counts as the first. */
export function usePref<T extends string>(name: string, values: readonly [T, ...T[]]): [T, (next: T) => void] {
  const stored = useSyncExternalStore(subscribePrefs, () => readPref(name));
  const value = values.find((candidate) => candidate === stored) ?? values[0];
  return [value, (next) => writePref(name, next)];
}
