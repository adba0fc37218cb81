import type { Segment } from "@/lib/types";

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]);
const STRONG = /[\p{L}]/u;
const RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** So many segments tell. */
const LOOKED_AT = 20;

/** Which way a transcript runs: by its letters, because a language may be unknown or translated; without any, by its language. */
export function directionOf(segments: readonly Pick<Segment, "text">[], language: string | null): "rtl" | "ltr" {
  let right = 0;
  let strong = 0;
  for (const { text } of segments.slice(0, LOOKED_AT)) {
    const first = text.match(STRONG)?.[0];
    if (first === undefined) continue;
    strong += 1;
    if (RIGHT.test(first)) right += 1;
  }
  if (strong > 0) return right * 2 > strong ? "rtl" : "ltr";
  return RIGHT_TO_LEFT.has((language ?? "").split("-")[0] ?? "") ? "rtl" : "ltr";
}
