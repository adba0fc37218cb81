import { useSyncExternalStore } from "react";

/** Widths from which a screen counts as one of these, in CSS pixels: those of the style sheet. */
const WIDTHS = { sm: 640, md: 768, lg: 1024, xl: 1280 } as const;
export type Breakpoint = keyof typeof WIDTHS;
const NAMES = Object.keys(WIDTHS) as Breakpoint[];

const lists = typeof matchMedia === "function" ? NAMES.map((name) => matchMedia(`(min-width: ${WIDTHS[name] / 16}rem)`)) : [];

function subscribe(listener: () => void): () => void {
  for (const list of lists) list.addEventListener("change", listener);
  return () => {
    for (const list of lists) list.removeEventListener("change", listener);
  };
}

/** How many of the widths the window has; where nobody can tell, all of them. */
const reached = () => (lists.length > 0 ? lists.filter(({ matches }) => matches).length : NAMES.length);

/** Says whether the window is as wide as that, and draws anew when this changes. */
export function useScreen(): (name: Breakpoint) => boolean {
  const count = useSyncExternalStore(subscribe, reached);
  return (name) => NAMES.indexOf(name) < count;
}
