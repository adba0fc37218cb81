/** What Excel expects between cells where this person is: a comma that stands in numbers cannot part them too. */
export function separatorFor(languages: readonly string[]): "comma" | "semicolon" {
  const decimal = new Intl.NumberFormat([...languages]).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  return decimal === "," ? "semicolon" : "comma";
}

export const separator = () => separatorFor(navigator.languages);
