import { describe, expect, it } from "vitest";
import { differences, rowsByTime } from "./compare";

const said = (start: number, end: number, text: string) => ({ id: `${start}${text}`, start_time: start, end_time: end, text, speaker: null });

const texts = (rows: ReturnType<typeof rowsByTime>) => rows.map(({ left, right }) => [left.map(({ text }) => text).join(" "), right.map(({ text }) => text).join(" ")]);

describe("two transcripts side by side", () => {
  it("puts beside each other what was said at the same time", () => {
    const left = [said(0, 2, "a"), said(2, 4, "b"), said(6, 8, "c")];
    const right = [said(0.1, 4, "ab"), said(6, 8, "c")];
    expect(texts(rowsByTime(left, right))).toEqual([
      ["a b", "ab"],
      ["c", "c"],
    ]);
  });

  it("leaves a side empty where only the other has text", () => {
    expect(texts(rowsByTime([said(0, 2, "a")], [said(3, 4, "b")]))).toEqual([
      ["a", ""],
      ["", "b"],
    ]);
    expect(rowsByTime([], [])).toEqual([]);
  });

  it("shows every segment once where boundaries never meet", () => {
    const left = Array.from({ length: 40 }, (_, place) => said(place * 2, place * 2 + 2, `l${place}`));
    const right = Array.from({ length: 40 }, (_, place) => said(place * 2 + 1, place * 2 + 3, `r${place}`));
    const rows = rowsByTime(left, right);
    expect(rows.flatMap((row) => row.left)).toHaveLength(40);
    expect(rows.flatMap((row) => row.right)).toHaveLength(40);
    expect(rows.length).toBeGreaterThan(5);
  });
});

const marked = (left: string, right: string) => {
  const both = differences(left, right);
  const show = (pieces: (typeof both)["left"]) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");
  return [show(both.left), show(both.right)];
};

describe("differences", () => {
  it("marks words that the other has not, and no punctuation", () => {
    expect(marked("We water the roses.", "we water our Roses")).toEqual(["We water [the] roses.", "we water [our] Roses"]);
  });

  it("finds none in equal texts and all in others", () => {
    expect(marked("Good morning", "good, morning!")).toEqual(["Good morning", "good, morning!"]);
    expect(marked("", "All of it")).toEqual(["", "[All of it]"]);
  });

  it("compares scripts without spaces word by word", () => {
    const { left } = differences("今日は庭の話をします", "今日は家の話をします");
    expect(left.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(["庭"]);
  });

  it("loses no letter", () => {
    const text = "  One — two…  three\n“four”  ";
    expect(differences(text, "one four").left.map((piece) => piece.text).join("")).toBe(text);
  });
});
