import { describe, expect, it } from "vitest";
import { extended, NONE, stepped, toggled } from "./selection";

const segments = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const ids = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].join("");

describe("choosing segments", () => {
  it("chooses single ones and takes them back", () => {
    const two = toggled(toggled(NONE, "b"), "d");
    expect(ids(two)).toBe("bd");
    expect(ids(toggled(two, "b"))).toBe("d");
    expect(toggled(toggled(NONE, "b"), "b")).toEqual(NONE);
  });

  it("chooses a range in both directions, and another one from the same place", () => {
    const first = toggled(NONE, "c");
    expect(ids(extended(first, "e", segments))).toBe("cde");
    expect(ids(extended(extended(first, "e", segments), "a", segments))).toBe("abc");
  });

  it("begins where nothing is chosen yet", () => {
    expect(ids(extended(NONE, "d", segments))).toBe("d");
    expect(ids(stepped(NONE, 1, segments, "c"))).toBe("c");
    expect(stepped(NONE, 1, segments, undefined)).toEqual(NONE);
  });

  it("grows and shrinks by the arrow keys and stops at the ends", () => {
    let now = stepped(NONE, 1, segments, "c");
    now = stepped(now, 1, segments, "c");
    now = stepped(now, 1, segments, "c");
    expect(ids(now)).toBe("cde");
    now = stepped(now, 1, segments, "c");
    expect(ids(now)).toBe("cde");
    now = stepped(now, -1, segments, "c");
    expect(ids(now)).toBe("cd");
    for (const _ of "xxxx") now = stepped(now, -1, segments, "c");
    expect(ids(now)).toBe("abc");
  });

  it("survives that a segment is gone", () => {
    const chosen = toggled(NONE, "gone");
    expect(ids(extended(chosen, "b", segments))).toBe("b");
    expect(extended(chosen, "gone", segments)).toEqual(chosen);
  });
});
