import { describe, expect, it } from "vitest";
import { actorOf, changedFields, targetOf } from "./words";

describe("words of the audit log", () => {
  it("names who acted", () => {
    expect(actorOf({ actor: "ada", actor_type: "user" })).toBe("ada");
    expect(actorOf({ actor: "ada", actor_type: "key" })).toBe("ada (API key)");
    expect(actorOf({ actor: null, actor_type: "anonymous" })).toBe("Somebody not signed in");
    expect(actorOf({ actor: null, actor_type: "system" })).toBe("The server");
  });

  it("names what it was done to", () => {
    expect(targetOf({ resource_name: "Harvest", resource_type: "project", resource_id: "1" })).toBe("Harvest");
    expect(targetOf({ resource_name: null, resource_type: "project", resource_id: "0123456789" })).toBe("project 01234567");
    expect(targetOf({ resource_name: null, resource_type: null, resource_id: null })).toBe("–");
  });

  it("sets before and after side by side", () => {
    expect(changedFields({ role: "user" }, { role: "admin", scopes: ["x"] })).toEqual([
      { name: "role", before: "user", after: "admin" },
      { name: "scopes", before: "–", after: '["x"]' },
    ]);
    expect(changedFields(null, null)).toEqual([]);
  });
});
