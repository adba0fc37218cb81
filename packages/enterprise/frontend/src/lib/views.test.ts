import { beforeEach, describe, expect, it } from "vitest";
import { toggled, withoutOf, worthKeeping } from "@verbatim/ui/saved-views";
import { dropView, keepView, viewsOf } from "./views";

describe("views of a table", () => {
  beforeEach(() => localStorage.clear());

  it("are kept by place and name, and dropped again", () => {
    keepView("users", { name: "Admins", search: "role=admin" });
    keepView("users", { name: "Admins", search: "role=admin&status=active" });
    expect(viewsOf("users")).toEqual([{ name: "Admins", search: "role=admin&status=active" }]);
    expect(viewsOf("jobs")).toEqual([]);
    expect(dropView("users", "Admins")).toEqual([]);
  });

  it("survive whatever stands in their place", () => {
    for (const text of ["{", "7", '[{"name": 1}]', "null"]) {
      localStorage.setItem("verbatim-views users", text);
      expect(viewsOf("users")).toEqual([]);
    }
    for (let number = 0; number < 30; number++) keepView("users", { name: `${number}`, search: "" });
    expect(viewsOf("users")).toHaveLength(20);
  });

  it("leave out how far somebody has turned pages", () => {
    expect(worthKeeping("?role=admin&page=3&cursor=x&without=teams")).toBe("role=admin&without=teams");
  });

  it("know which columns are left out", () => {
    const without = withoutOf(new URLSearchParams("without=teams,role"));
    expect([...without]).toEqual(["teams", "role"]);
    expect(toggled(without, "teams")).toBe("role");
    expect(toggled(new Set(["role"]), "role")).toBeNull();
  });
});
