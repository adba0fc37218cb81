import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

export type Params = Record<string, string>;

/** Returns the search string with `changes` applied; empty values leave no trace in the address. */
export function withParams(current: URLSearchParams, changes: Record<string, string | number | null | undefined>): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "") next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

/** A whole number of at least `least`, whatever somebody typed into the address bar. */
export function wholeNumber(raw: string | null, fallback: number, least = 1, most = 1_000_000): number {
  const value = Number(raw);
  return raw !== null && Number.isInteger(value) && value >= least && value <= most ? value : fallback;
}

export function oneOf<T extends string>(raw: string | null, values: readonly T[], fallback: T): T {
  return values.find((value) => value === raw) ?? fallback;
}

export type SetParams = (changes: Record<string, string | number | null | undefined>, options?: { replace?: boolean }) => void;

/** View state that lives in the address, so that Back, reload and a sent link all restore it. */
export function useUrlState(): [URLSearchParams, SetParams] {
  const [params, setParams] = useSearchParams();
  const set = useCallback<SetParams>(
    (changes, options) => {
      setParams((current) => withParams(current, changes), { replace: options?.replace ?? false, preventScrollReset: true });
    },
    [setParams],
  );
  return useMemo(() => [params, set], [params, set]);
}
