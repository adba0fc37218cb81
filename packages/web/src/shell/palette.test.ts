import { describe, expect, it } from "vitest";
import { isMeant } from "./CommandPalette";

describe("the command menu", () => {
  it("finds a place by its name and by what people also call it", () => {
    const place = { label: "Server settings", words: "configuration mail smtp" };
    for (const typed of ["", "server", "settings serv", "smtp", "mail settings", "CONFIG".toLowerCase()]) expect(isMeant(place, typed)).toBe(true);
    for (const typed of ["users", "smtp users"]) expect(isMeant(place, typed)).toBe(false);
    expect(isMeant({ label: "Dashboard" }, "dash")).toBe(true);
  });
});
