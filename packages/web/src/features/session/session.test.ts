import { describe, expect, it } from "vitest";
import { readMethods, reasonOf } from "./methods";
import { localPath } from "@/lib/wanted";

describe("where to go after signing in", () => {
  it.each(["/", "/recordings/1?t=5#x", "/search?q=//x"])("takes %s", (path) => expect(localPath(path)).toBe(path));
  it.each([null, "", "recordings", "//evil.test", "/\\evil.test", "https://evil.test", "/login?step=mfa"])("does not take %s", (path) => expect(localPath(path)).toBeNull());
});

describe("how a server lets people sign in", () => {
  it("leaves out what it does not know and what leads elsewhere", () => {
    const corp = { type: "oidc", id: "corp", label: "Corp", url: "/api/auth/oidc/corp/login" };
    const methods = [{ type: "password" }, corp, { ...corp, url: "https://evil.test" }, { ...corp, url: "//evil.test" }, { type: "smoke signals" }, { type: "oidc" }];
    expect(readMethods(methods)).toEqual({ password: true, buttons: [{ id: "corp", label: "Corp", url: corp.url }] });
    expect(readMethods([])).toEqual({ password: false, buttons: [] });
  });

  it("has a sentence for every reason", () => {
    expect(reasonOf("oidc_unavailable")).toContain("cannot be reached");
    expect(reasonOf("seats_exceeded")).toContain("no seat left");
    expect(reasonOf("<script>")).toMatch(/^That sign-in did not work/);
  });
});
