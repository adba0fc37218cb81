import { describe, expect, it } from "vitest";
import { Sources } from "./sources";

describe("after a failure", () => {
  it("asks for a new link first when something was heard, then for the file itself, then gives up", () => {
    const sources = new Sources("/audio");
    expect([1000, 2000, 3000].map((now) => sources.next(true, now))).toEqual(["/audio", "/audio?link=false", null]);
  });

  it("asks at once for the file itself when nothing could be heard", () => {
    const sources = new Sources("/audio?download=true");
    expect([sources.next(false, 1000), sources.next(false, 2000)]).toEqual(["/audio?download=true&link=false", null]);
  });

  it("takes a failure much later for a new one", () => {
    const sources = new Sources("/audio");
    expect([sources.next(true, 1000), sources.next(true, 70_000), sources.next(true, 140_000)]).toEqual(["/audio", "/audio", "/audio"]);
  });
});
