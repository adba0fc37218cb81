import { describe, expect, it } from "vitest";
import { actionOf, ACTIONS, isPedal, keyName, mayBeChosen, parseKeys, shownKey, storedKeys, USUAL, withKey } from "./actions";

describe("keys that people choose", () => {
  it("stands for one action each", () => {
    const all = ACTIONS.flatMap(({ keys }) => [...keys] as string[]);
    expect(new Set(all).size).toBe(all.length);
  });

  it("takes a key from whatever had it", () => {
    const map = withKey(USUAL, "check", "n");
    expect(actionOf(map, "n")).toBe("check");
    expect(map.get("doubtful")).toEqual([]);
    expect(actionOf(map, "v")).toBeNull();
  });

  it("keeps only what differs, through storing and reading", () => {
    expect(storedKeys(USUAL)).toBeNull();
    const map = withKey(USUAL, "play", "F9");
    expect(storedKeys(map)).toBe('{"play":["F9"]}');
    expect(parseKeys(storedKeys(map))).toEqual(map);
  });

  it.each([["not json"], ["null"], ["3"], ['{"play":"x"}'], ['{"play":[1]}'], ['{"nothing":["x"]}']])("goes on with the usual keys when %s is stored", (stored) => {
    expect(parseKeys(stored)).toEqual(USUAL);
  });

  it.each([["Escape"], ["Tab"], ["Enter"], ["Shift"], ["Control"]])("does not give %s away", (key) => {
    expect(mayBeChosen(key)).toBe(false);
  });

  it("names keys as they are pressed and as they are read", () => {
    expect(keyName({ key: "N", shiftKey: true })).toBe("n");
    expect(keyName({ key: "ArrowDown", shiftKey: true })).toBe("Shift+ArrowDown");
    expect([" ", "k", "Shift+ArrowUp", "F9"].map(shownKey)).toEqual(["Space", "K", "Shift ↑", "F9"]);
  });

  it("knows a pedal from letters", () => {
    expect([isPedal("F9"), isPedal("MediaPlayPause"), isPedal("f"), isPedal("Enter")]).toEqual([true, true, false, false]);
  });
});
