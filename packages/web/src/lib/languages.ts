import { useQuery } from "@tanstack/react-query";
import { transcriptionQuery } from "./catalog";

export interface Language {
  code: string;
  name: string;
  /** What its own speakers call it; the same as `name` where the browser does not know. */
  own: string;
}

/** What its speakers call a language. */
function ownName(code: string, otherwise: string): string {
  try {
    return new Intl.DisplayNames([code], { type: "language", fallback: "none" }).of(code) ?? otherwise;
  } catch {
    return otherwise;
  }
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLocaleLowerCase();

/** The languages in which every word of `search` begins some word of a name, in whichever language it was typed. */
export function fitting(languages: readonly Language[], search: string): Language[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  return languages.filter(({ code, name, own }) => {
    const known = [code, ...plain(`${name} ${own}`).split(/[\s(),]+/)];
    return wanted.every((word) => known.some((each) => each.startsWith(word)));
  });
}

/** The languages that can be asked for; those that some engine here knows come first. */
export function useLanguages(): { known: readonly Language[]; isSupported: (code: string) => boolean } {
  const { data } = useQuery(transcriptionQuery);
  const supported = data?.supported_languages ?? null;
  const isSupported = (code: string) => supported === null || supported.includes(code);
  const known = Object.entries(data?.languages ?? {}).map(([code, name]) => ({ code, name, own: ownName(code, name) }));
  return { known: known.toSorted((a, b) => Number(isSupported(b.code)) - Number(isSupported(a.code)) || a.name.localeCompare(b.name)), isSupported };
}
