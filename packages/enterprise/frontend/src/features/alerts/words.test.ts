import { describe, expect, it } from "vitest";
import { bellLabel, isMuted, kindsOf, stateOf, withMuted } from "./words";

describe("an alert in words", () => {
  it("says how the part is", () => {
    expect(stateOf({ kind: "raised", status: "failed" })).toEqual({ label: "Broken", tone: "danger" });
    expect(stateOf({ kind: "reminder", status: "warning" }).label).toBe("Still: needs attention");
    expect(stateOf({ kind: "resolved", status: "ok" }).tone).toBe("success");
  });

  it("counts what is new", () => {
    expect(bellLabel(0)).toBe("Alerts: none are new");
    expect(bellLabel(1)).toBe("Alerts: 1 is new");
    expect(bellLabel(100)).toBe("Alerts: 100 or more are new");
  });

  it("is muted by kind, however it is written", () => {
    expect(withMuted(["mail"], "disk", true)).toEqual(["disk", "mail"]);
    expect(withMuted(["Mail", "disk"], "mail", false)).toEqual(["disk"]);
    expect(isMuted(["Mail"], "mail")).toBe(true);
    expect(kindsOf(["storage", "storage: archive", "mail"])).toEqual(["storage", "mail"]);
  });
});
