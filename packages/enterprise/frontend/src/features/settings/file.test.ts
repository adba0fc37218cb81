import { describe, expect, it } from "vitest";
import { readFile, shownValue, toSend } from "./file";

describe("a file of settings", () => {
  it("is what Export has made, and nothing else", () => {
    const file = readFile(JSON.stringify({ format: "verbatim-settings-1", settings: { mail_port: 25 }, secrets: ["mail_password"], exported_at: "2026-11-30" }));
    expect(toSend(file, false)).toEqual({ format: "verbatim-settings-1", settings: { mail_port: 25 }, secrets: ["mail_password"], apply: false });
    for (const text of ["", "{", "[]", "null", '{"settings": {}}', '{"format": "verbatim-settings-1", "settings": []}']) expect(() => readFile(text)).toThrow("This is no file that Export has made.");
  });

  it("shows values as people read them", () => {
    expect([null, "", true, false, 25, ["a", "b"], [], { a: 1 }].map(shownValue)).toEqual(["–", "–", "on", "off", "25", "a, b", "–", '{"a":1}']);
  });
});
