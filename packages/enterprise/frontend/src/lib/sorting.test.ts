import { describe, expect, it, vi } from "vitest";
import { sorting, turned } from "./sorting";

describe("sorting by a column", () => {
  it("is told of the column that is sorted by, and of no other", () => {
    const press = vi.fn<(by: string) => void>();
    expect(sorting("name", {}, press, true).sorted).toBe("asc");
    expect(sorting("made", {}, press).sorted).toBe(false);
    expect(sorting("name", { sort_by: "made" }, press, true).sorted).toBe(false);
    const made = sorting("made", { sort_by: "made", sort_order: "desc" }, press);
    expect(made.sorted).toBe("desc");
    made.onSort();
    expect(press).toHaveBeenCalledExactlyOnceWith("made");
  });

  it("turns at the second press, and begins at the first page", () => {
    expect(turned("made", {}, "name")).toEqual({ sort: "made", order: null, page: null, cursor: null });
    expect(turned("made", { sort_by: "made" }, "name")).toMatchObject({ sort: "made", order: "desc" });
    expect(turned("made", { sort_by: "made", sort_order: "desc" }, "name")).toMatchObject({ sort: "made", order: null });
    expect(turned("name", {}, "name")).toMatchObject({ sort: null, order: "desc" });
  });
});
