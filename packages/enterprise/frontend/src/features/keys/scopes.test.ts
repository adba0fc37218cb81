import { describe, expect, it } from "vitest";
import { described, grouped, isReading } from "./scopes";

describe("what a key may do", () => {
  it("is listed by subject, reading first", () => {
    expect(grouped(["project:read", "recording:delete", "recording:read"])).toEqual([
      {
        subject: "Recordings",
        scopes: [
          { scope: "recording:read", action: "Read" },
          { scope: "recording:delete", action: "Delete" },
        ],
      },
      { subject: "Projects and tags", scopes: [{ scope: "project:read", action: "Read" }] },
    ]);
  });

  it("shows a scope of a later version under its own name", () => {
    expect(described(["llama:feed", "llm:use"])).toBe("Language models: use · llama: feed");
  });

  it("does not count reading the audit log as reading", () => {
    expect(["recording:read", "recording:create", "audit:read"].filter(isReading)).toEqual(["recording:read"]);
  });
});
