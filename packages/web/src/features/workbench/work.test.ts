import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { wordsQuery } from "@/features/transcript/api";
import type { Segment, Word } from "@/lib/types";
import { checkedShare, nextUnchecked } from "./checks";
import { nextDoubt } from "./doubtful";

const marks = (text: string) => [...text].map((sign) => ({ checked_by: sign === "x" ? "ada" : null }));

describe("how far a text is checked", () => {
  it.each([
    ["", 0],
    ["..", 0],
    ["x..", 33],
    ["xx.", 66],
    ["xxx", 100],
  ])("of %s it is %i per cent", (text, share) => expect(checkedShare(marks(text))).toBe(share));

  it("says all only when nothing is left", () => expect(checkedShare(marks(`${"x".repeat(999)}.`))).toBe(99));

  it.each([
    ["x.x.", 0, 1],
    ["x.x.", 1, 3],
    ["x.x.", 3, 1],
    ["x.", 1, 1],
    ["xx", 0, -1],
    ["..", -1, 0],
    ["", 0, -1],
  ])("in %s after %i comes %i", (text, from, next) => expect(nextUnchecked(marks(text), from)).toBe(next));
});

describe("the next doubtful word", () => {
  const segment = (place: number, more: object = {}) => ({ id: String(place), start_time: place, end_time: place + 1, checked_by: null, edited_by: null, ...more }) as Segment;
  const word = (start: number, confidence: number | null) => ({ text: "w", start, end: start + 0.2, confidence }) as Word;

  async function ask(segments: Segment[], words: Record<string, Word[]>, after = 0) {
    const client = new QueryClient();
    for (let chunk = 0; chunk * 200 <= segments.length; chunk += 1) client.setQueryData(wordsQuery("t", chunk).queryKey, new Map(Object.entries(words)));
    return nextDoubt(client, "t", segments, after);
  }

  it("is the first behind where one is", async () => {
    const segments = [segment(0), segment(1), segment(2)];
    const words = { "0": [word(0.1, 0.2)], "1": [word(1.1, 0.9), word(1.5, 0.3)], "2": [word(2.1, 0.1)] };
    expect(await ask(segments, words)).toEqual({ kind: "word", place: 0, time: 0.1 });
    expect(await ask(segments, words, 0.5)).toEqual({ kind: "word", place: 1, time: 1.5 });
    expect(await ask(segments, words, 1.5)).toEqual({ kind: "word", place: 2, time: 2.1 });
    expect(await ask(segments, words, 2.5)).toEqual({ kind: "none" });
  });

  it("is none that a person wrote or checked, and none of which nothing is known", async () => {
    const segments = [segment(0, { checked_by: "ada" }), segment(1, { edited_by: "bob" }), segment(2)];
    expect(await ask(segments, { "0": [word(0.1, 0.1)], "1": [word(1.1, 0.1)], "2": [word(2.1, null)] })).toEqual({ kind: "none" });
  });

  it("is looked for in the pieces that follow", async () => {
    const segments = Array.from({ length: 450 }, (_, place) => segment(place));
    expect(await ask(segments, { "420": [word(420.5, 0.4)] })).toEqual({ kind: "word", place: 420, time: 420.5 });
  });
});
