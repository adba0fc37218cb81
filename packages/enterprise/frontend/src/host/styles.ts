import css from "../app.css?inline";

/** Every rule of the style sheet stands inside this class. */
export const SCOPE = "verbatim-enterprise";

let sheet: CSSStyleSheet | null = null;

/** A constructed style sheet needs no element and no exception in the page's security policy. */
export function adoptStyles(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
