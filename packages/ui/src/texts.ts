import { language } from "./language";

/*
 * What people read. A sentence is written in English where it is shown, and that is its name in the catalogues of the other
 * languages; English itself needs none. Catalogues come before the first page is drawn, so that constants may hold sentences.
 */

export type Values = Readonly<Record<string, string | number | undefined>>;
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Catalogue = Readonly<Record<string, string | Forms>>;

const numbers = new Intl.NumberFormat(language);
const rules = new Intl.PluralRules(language);
let catalogue: Catalogue = {};

/** Adds sentences of the page's language. Called once for each bundle, before its other modules run. */
export function speak(sentences: Catalogue): void {
  catalogue = { ...catalogue, ...sentences };
}

const PLACE = /\{(\w+)\}/g;

/** A sentence of the page's language with its `{places}` filled. */
export const filled = (sentence: string, values: Values): string => sentence.replace(PLACE, (place, name: string) => String(values[name] ?? place));

/** The sentence in the page's language, its `{places}` filled. */
export function t(sentence: string, values?: Values): string {
  const said = catalogue[sentence];
  const text = typeof said === "string" ? said : sentence;
  return values ? filled(text, values) : text;
}

/** Something counted: `plural(n, { one: "{count} file", other: "{count} files" })`. The form `other` is its name in catalogues. */
export function plural(count: number, forms: { one: string; other: string }, values?: Values): string {
  const said = catalogue[forms.other];
  const known: Forms = typeof said === "object" ? said : forms;
  return filled(known[rules.select(count)] ?? known.other, { count: numbers.format(count), ...values });
}

/** A sentence of the server's, which nobody can see in the code of pages: in the page's language if the catalogue has it. */
export const known = (sentence: string): string => t(sentence);
