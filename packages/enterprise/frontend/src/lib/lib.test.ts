import { describe, expect, it } from "vitest";
import { deviceOf } from "./device";
import { oneOf, pageOf, withParams } from "./location";
import { navigate } from "./navigate";
import { strengthOf } from "./strength";

describe("a new password", () => {
  it.each([
    ["", 0, ""],
    ["short", 0, "Too short"],
    ["eight888", 1, "Weak"],
    ["a pass phrase", 2, "Fair"],
    ["a sturdy pass phrase", 4, "Very strong"],
  ])("%j is judged by its length", (password, steps, label) => {
    expect(strengthOf(password)).toEqual({ steps, label });
  });

  it("does not become strong by one character again and again", () => {
    expect(strengthOf("a".repeat(40)).label).toBe("Weak");
  });
});

describe("a session's device", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile/15E148 Safari/604.1";

  it.each([
    [firefox, { kind: "computer", name: "Firefox on Linux" }],
    [safari, { kind: "phone", name: "Safari on iPhone" }],
    ["curl/8.5.0", { kind: "program", name: "curl" }],
    [null, { kind: "program", name: "Unknown program" }],
  ])("of %j is named as a person would", (agent, device) => {
    expect(deviceOf(agent)).toEqual(device);
  });
});

describe("a list's address", () => {
  it("keeps what is not changed and drops what is empty", () => {
    expect(withParams("?search=ada&page=3", { page: null, role: "viewer" })).toBe("?search=ada&role=viewer");
    expect(withParams("?search=ada", { search: "" })).toBe("");
  });

  it("survives a page number that is none", () => {
    expect(pageOf(new URLSearchParams("page=-2"))).toBe(1);
    expect(pageOf(new URLSearchParams("page=4"))).toBe(4);
  });

  it("takes only values that there are", () => {
    expect(oneOf("admin", ["admin", "user"])).toBe("admin");
    expect(oneOf("root", ["admin", "user"])).toBeUndefined();
  });

  it("is told to the host when a page changes it", () => {
    let heard = 0;
    addEventListener("popstate", () => (heard += 1), { once: true });
    navigate("/team?tab=invites");
    expect(heard).toBe(1);
    expect(location.pathname + location.search).toBe("/team?tab=invites");
  });
});
