/* In which language pages speak. Chosen in this browser, else the first of the browser's own languages that there is, else English. */

export const LANGUAGES = [
  { value: "en", label: "English" }, // no text
  { value: "de", label: "Deutsch" }, // no text
] as const;

export type Language = (typeof LANGUAGES)[number]["value"];

const KEPT = "verbatim.language";

/** `/theme.js` has put it on the page before anything else ran; it stays for the life of the page. */
export const language: Language = globalThis.document?.documentElement.lang === "de" ? "de" : "en";

/** Keeps the choice in this browser. The page begins anew in that language. */
export function chooseLanguage(next: string): void {
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    return; // storage is forbidden: the browser's language holds
  }
  location.reload();
}
