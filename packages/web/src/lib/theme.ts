import { usePref } from "./prefs";

export type Theme = "system" | "light" | "dark";

/** /theme.js applies it, before the first paint and whenever it changes. */
export function useTheme(): [Theme, (next: Theme) => void] {
  const [theme, setTheme] = usePref<Theme>("theme", ["system", "light", "dark"]);
  return [
    theme,
    (next) => {
      setTheme(next);
      globalThis.dispatchEvent(new Event("verbatim:theme"));
    },
  ];
}
