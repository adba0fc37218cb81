import { describe, expect, it } from "vitest";
import { parseRecent, withSearch } from "./recent";

describe("recent searches", () => {
  it("keep the newest first, each once, and few", () => {
    const many = Array.from({ length: 12 }, (_, number) => `word ${number}x`).reduce<readonly string[]>(withSearch, []);
    expect(many).toHaveLength(8);
    expect(many[0]).toBe("word 11x");
    expect(withSearch(["gate", "fence"], "Fence")).toEqual(["Fence", "gate"]);
  });

  it("take what was typed on the way for the same search", () => {
    expect(withSearch(withSearch(withSearch([], "fe"), "fen"), "fence")).toEqual(["fence"]);
    expect(withSearch(["gate"], "   ")).toEqual(["gate"]);
  });

  it("survive whatever stands in the browser's storage", () => {
    expect(parseRecent("{")).toEqual([]);
    expect(parseRecent('{"a":1}')).toEqual([]);
    expect(parseRecent('["gate",1,null]')).toEqual(["gate"]);
    expect(parseRecent(null)).toEqual([]);
  });
});
