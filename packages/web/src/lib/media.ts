import { useSyncExternalStore } from "react";

/** A hook that says whether the window is as wide as `query` asks; where nobody can tell, it is. */
function hookFor(query: string): () => boolean {
  const list = typeof matchMedia === "function" ? matchMedia(query) : null;
  const subscribe = (listener: () => void) => {
    list?.addEventListener("change", listener);
    return () => list?.removeEventListener("change", listener);
  };
  return () => useSyncExternalStore(subscribe, () => list?.matches ?? true);
}

/** True from tablet width on: tables instead of cards. */
export const useWide = hookFor("(min-width: 768px)");

/** True where there is room beside a text. */
export const useBeside = hookFor("(min-width: 80rem)");
