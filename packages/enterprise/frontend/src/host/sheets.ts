/** A constructed style sheet needs no element and no exception in the page's security policy. Returns what adopts it, once. */
export function adopter(css: string): () => void {
  let sheet: CSSStyleSheet | null = null;
  return () => {
    if (sheet) return;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
}
