import { describe, expect, it } from "vitest";
import { separatorFor } from "./spreadsheet";

describe("what stands between the cells of a file", () => {
  it.each([
    ["de-DE", "semicolon"],
    ["fr", "semicolon"],
    ["pt-BR", "semicolon"],
    ["de-CH", "comma"],
    ["en-GB", "comma"],
    ["ja", "comma"],
    ["es-MX", "comma"],
  ])("is what Excel expects in %s", (language, wanted) => expect(separatorFor([language])).toBe(wanted));
});
