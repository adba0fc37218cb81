import { describe, expect, it } from "vitest";
import { ANYHOW, findMatches, findPhrase, firstFrom, matchesBySegment } from "./find";
import { segmentAt, wordAt } from "./lookup";
import { plainText } from "./plain-text";
import { tokenise } from "./tokens";
import { barsOf } from "./waveform-paint";

const words = (...texts: string[]) => texts.map((text, place) => ({ text, start: place, end: place + 0.5, confidence: null }));
const timing = (text: string, said: string[]) => tokenise(text, words(...said)).map((token) => [token.text, token.word]);

describe("which segment and word is being said", () => {
  const segments = [{ start_time: 0.5 }, { start_time: 4 }, { start_time: 9 }];

  it.each([
    [0, -1],
    [0.5, 0],
    [3.99, 1], // within the slack of the next
    [3.9, 0],
    [9, 2],
    [500, 2],
  ])("at %f it is segment %i", (time, place) => expect(segmentAt(segments, time)).toBe(place));

  it("finds nothing in nothing", () => expect(segmentAt([], 3)).toBe(-1));

  it.each([
    [0.2, 0],
    [1, 1],
    [2.6, 2], // a breath
    [3.5, -1], // a pause
  ])("at %f it is word %i", (time, place) => expect(wordAt(words("a", "b", "c"), time)).toBe(place));

  it("looks up 75,000 words in no time", () => {
    const many = Array.from({ length: 75_000 }, (_, place) => ({ start: place, end: place + 1 }));
    const begun = performance.now();
    for (let time = 0; time < 75_000; time += 7) expect(wordAt(many, time)).toBe(time);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe("text and timings", () => {
  it("gives each word its place", () => expect(timing("one two", ["one", "two"])).toEqual([["one", 0], ["two", 1]]));

  it("does not mind case and punctuation", () => expect(timing("Hello, world!", ["hello", "world"])).toEqual([["Hello,", 0], ["world!", 1]]));

  it("keeps the timing of a corrected word", () => expect(timing("the harbour was", ["the", "harbor", "was"]).map(([, word]) => word)).toEqual([0, 1, 2]));

  it("keeps head and tail where words were added", () =>
    expect(timing("we all really agree now", ["we", "agree", "now"])).toEqual([["we", 0], ["all", null], ["really", null], ["agree", 1], ["now", 2]]));

  it("keeps head and tail where words were taken out", () => expect(timing("we now", ["we", "really", "agree", "now"])).toEqual([["we", 0], ["now", 3]]));

  it("is one stretch of text without timings", () => expect(tokenise("a b", null)).toEqual([{ text: "a b", from: 0, word: null }]));
});

describe("finding in the text", () => {
  const segments = [{ text: "The budget of (2024)" }, { text: "No budgets, no Budget" }, { text: "ÄRGER 😀 über" }];

  it("finds every place, whatever the case", () =>
    expect(findMatches(segments, "budget").map(({ segment, from }) => [segment, from])).toEqual([
      [0, 4],
      [1, 3],
      [1, 15],
    ]));

  it("takes everything as text", () => {
    expect(findMatches(segments, "(2024)")).toHaveLength(1);
    for (const odd of ["(", "[", "\\", ".*", "a+?", "$^"]) expect(() => findMatches(segments, odd)).not.toThrow();
    expect(findMatches(segments, ".*")).toHaveLength(0);
  });

  it("knows other letters", () => {
    expect(findMatches(segments, "ärger")).toHaveLength(1);
    expect(findMatches(segments, "😀")).toHaveLength(1);
  });

  it("finds words for themselves when they nowhere follow each other", () => {
    expect(findMatches(segments, "the budget")).toHaveLength(1);
    expect(findMatches(segments, "über budget")).toHaveLength(4);
  });

  it("finds letters with and without accents, whichever were typed", () => {
    const said = [{ text: "Le café, un cafe\u0301 et l'état" }];
    const plain = { ...ANYHOW, plain: true };
    expect(findMatches(said, "cafe", plain).map(({ from, to }) => said[0]?.text.slice(from, to))).toEqual(["café", "cafe\u0301"]);
    expect(findMatches(said, "Étât", plain)).toHaveLength(1);
    expect(findMatches(said, "\u0301", plain)).toEqual([]);
    expect(findMatches(said, "cafe")).toHaveLength(1);
  });

  it("finds whole words, and letters as they are written, when asked to", () => {
    const said = [{ text: "Jon and Jonas met jon. (Jon)" }, { text: "Ärger, ärgerlich" }];
    const words = { ...ANYHOW, case: false, words: true };
    expect(findMatches(said, "jon", words)).toHaveLength(3);
    expect(findMatches(said, "Jon", { ...ANYHOW, case: true, words: true })).toHaveLength(2);
    expect(findMatches(said, "Jon", { ...ANYHOW, case: true, words: false })).toHaveLength(3);
    expect(findMatches(said, "ärger", words)).toHaveLength(1);
    expect(findMatches(said, "(jon)", words)).toHaveLength(1);
    expect(findPhrase(said, "met jonas")).toHaveLength(0); // each for itself is found, but not replaced
    expect(findMatches(said, "met jonas")).toHaveLength(2);
  });

  it("finds nothing for nothing", () => expect(findMatches(segments, "  ")).toEqual([]));

  it("begins at what is being read", () => {
    const matches = findMatches(segments, "budget");
    expect(firstFrom(matches, 1)).toBe(1);
    expect(firstFrom(matches, 2)).toBe(0);
    expect(matchesBySegment(matches).get(1)).toHaveLength(2);
  });
});

it("copies the text with names where the speaker changes", () => {
  const said = (speaker: string | null, text: string) => ({ speaker, text });
  const transcript = { segments: [said("Ada", "One."), said("Ada", "Two."), said("Ben", "Three.")] } as unknown as Parameters<typeof plainText>[0];
  expect(plainText(transcript)).toBe("Ada:\nOne.\nTwo.\n\nBen:\nThree.");
});

it("draws the loudest of each part, scaled to the loudest of all", () => {
  expect(barsOf([0.1, 0.2, 0.4, 0], 2)).toEqual([0.5, 1]);
  expect(barsOf([0, 0], 1)).toEqual([0]);
});
