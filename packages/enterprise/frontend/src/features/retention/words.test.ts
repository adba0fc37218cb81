import { describe, expect, it } from "vitest";
import { span, termsOf, wouldDelete } from "./words";

describe("what a rule says", () => {
  it("names whole years and months, and else days", () => {
    expect([1, 45, 30, 90, 360, 365, 730, 400].map(span)).toEqual(["1 day", "45 days", "1 month", "3 months", "12 months", "1 year", "2 years", "400 days"]);
  });

  it("says from when on it counts, or that it keeps for ever", () => {
    expect(termsOf({ keep_days: 730, basis: "created" })).toBe("Deleted 2 years after they were made");
    expect(termsOf({ keep_days: null, basis: "created" })).toBe("Kept for ever");
  });

  it("counts what would go", () => {
    expect(wouldDelete({ recordings: 214, bytes: 38_000_000_000 })).toBe("Would delete 214 recordings, 38.0 GB");
    expect(wouldDelete({ recordings: 0, bytes: 0 })).toBe("Would delete nothing now");
  });
});
