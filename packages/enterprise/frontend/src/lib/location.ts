import { useCallback, useMemo, useSyncExternalStore } from "react";
import { navigate } from "./navigate";

/* The address belongs to the host. Plugin pages read it, and tell the host when they change it by a `popstate` event. */

type Changes = Record<string, string | number | boolean | null | undefined>;

interface NavigationApi {
  addEventListener: (type: "currententrychange", listener: () => void) => void;
  removeEventListener: (type: "currententrychange", listener: () => void) => void;
}

const navigation = (): NavigationApi | undefined => (globalThis as { navigation?: NavigationApi }).navigation;

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  // A link of the host changes the address without any event but this one.
  navigation()?.addEventListener("currententrychange", listener);
  return () => {
    removeEventListener("popstate", listener);
    navigation()?.removeEventListener("currententrychange", listener);
  };
}

/** Returns the search string with `changes` applied; empty values leave no trace in the address. */
export function withParams(search: string, changes: Changes): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "" || value === false) next.delete(name);
    else next.set(name, String(value));
  }
  const text = next.toString();
  return text ? `?${text}` : "";
}

/** View state that lives in the address, so that Back, reload and a sent link all restore it. */
export function useUrlState(): [URLSearchParams, (changes: Changes, options?: { replace?: boolean }) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback((changes: Changes, options?: { replace?: boolean }) => {
    const next = withParams(location.search, changes);
    if (next !== location.search) navigate(`${location.pathname}${next}`, options);
  }, []);
  return [params, set];
}

/** What stands after the hash: a token, which no server and no proxy sees. */
export function useFragment(): string {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return hash.slice(1);
}

export function pageOf(params: URLSearchParams): number {
  const value = Number(params.get("page") ?? "1");
  return Number.isInteger(value) && value >= 1 ? value : 1;
}

export function oneOf<T extends string>(raw: string | null, values: readonly T[]): T | undefined {
  return values.find((value) => value === raw);
}
