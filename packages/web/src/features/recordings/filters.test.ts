import { describe, expect, it, vi } from "vitest";
import { clearFilters, filterBy, isFiltered, readFilters, toQuery } from "./filters";
import { oneOf, wholeNumber, withParams, type SetParams } from "@/lib/url-state";

const read = (search: string) => readFilters(new URLSearchParams(search));

describe("view state in the address", () => {
  it("reads filters, sorting and page", () => {
    expect(read("q=x&status=failed&sort=title&order=asc&page=3&tag=t&project=p&from=2026-01-02")).toMatchObject({
      search: "x",
      status: "failed",
      sort: "title",
      order: "asc",
      page: 3,
      tag: "t",
      project: "p",
      from: "2026-01-02",
    });
  });

  it.each(["status=boiling&sort=color&order=up&page=-1&from=tomorrow", "page=1.5&to=2026-99-99", "page=abc"])("takes nonsense as nothing: %s", (search) => {
    expect(read(search)).toEqual(read(""));
  });

  it("knows whether something is filtered; sorting and paging are not", () => {
    expect(isFiltered(read("sort=title&page=2"))).toBe(false);
    expect(isFiltered(read("tag=t"))).toBe(true);
  });

  it("asks the server for whole days of the reader", () => {
    const query = toQuery(read("from=2026-01-02&to=2026-01-02"));
    const length = Date.parse(query.date_to ?? "") - Date.parse(query.date_from ?? "");
    expect(length).toBe(86_400_000 - 1);
  });

  it("asks for a language and a length, up to the next one", () => {
    expect(toQuery(read("language=de&length=medium"))).toMatchObject({ language: "de", min_seconds: 300, max_seconds: 1799.999 });
    expect(toQuery(read("length=longest")).max_seconds).toBeUndefined();
    expect(toQuery(read("language=../x&length=huge"))).toEqual(toQuery(read("")));
    expect(isFiltered(read("length=short"))).toBe(true);
  });

  it("leaves out what is not asked for", () => {
    expect(toQuery(read("")).search).toBeUndefined();
  });

  it("goes back to the first page when the filters change", () => {
    const set = vi.fn<SetParams>();
    filterBy(set, { q: "new" });
    expect(set).toHaveBeenCalledWith({ q: "new", page: null }, { replace: false });
    clearFilters(set);
    expect(set.mock.lastCall?.[0]).toMatchObject({ q: null, status: null, page: null });
  });

  it("leaves no trace of empty values and keeps the rest", () => {
    expect(withParams(new URLSearchParams("a=1&b=2"), { a: "", c: 3 }).toString()).toBe("b=2&c=3");
  });

  it("bounds numbers and choices", () => {
    expect(wholeNumber("0", 1)).toBe(1);
    expect(wholeNumber(null, 7)).toBe(7);
    expect(oneOf("b", ["a", "b"], "a")).toBe("b");
    expect(oneOf("c", ["a", "b"], "a")).toBe("a");
  });
});
