import { describe, expect, it } from "vitest";
import { summary } from "./people";

describe("a file of people", () => {
  it("says in a sentence what it does", () => {
    expect(summary({ applied: false, changes: 2, problems: 1 })).toMatch(/^1 person cannot be taken in, so nothing is done/);
    expect(summary({ applied: false, changes: 0, problems: 0 })).toBe("Everything is as the file says already.");
    expect(summary({ applied: false, changes: 1, problems: 0 })).toBe("1 person would change. Nothing is done yet.");
    expect(summary({ applied: true, changes: 3, problems: 0 })).toBe("Done: 3 people changed.");
  });
});
