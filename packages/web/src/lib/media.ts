import { useSyncExternalStore } from "react";

const wide = typeof matchMedia === "function" ? matchMedia("(min-width: 768px)") : null;

function subscribe(listener: () => void) {
  wide?.addEventListener("change", listener);
  return () => wide?.removeEventListener("change", listener);
}

/** True from tablet width on: tables instead of cards. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide?.matches ?? true);
}
