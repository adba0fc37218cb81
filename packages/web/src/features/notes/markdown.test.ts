import { describe, expect, it } from "vitest";
import { blocksOf, inlineOf } from "./markdown";

describe("notes in Markdown", () => {
  it("knows paragraphs, headings, lists, quotes and code", () => {
    const blocks = blocksOf("# Plan\n\nOne\ntwo\n\n- a\n- b\n\n1. c\n\n> said\n\n```\n<x>\n```");
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "list", "list", "quote", "code"]);
    expect(blocks.at(-1)).toEqual({ kind: "code", text: "<x>" });
  });

  it("lights words and makes links of pages only", () => {
    expect(inlineOf("a **b** *c* `d` [e](https://example.org/x)").map(({ kind }) => kind)).toEqual(["text", "strong", "text", "em", "text", "code", "text", "link"]);
    for (const bad of ["[x](javascript:alert(1))", "[x](data:text/html,1)", '[x](https://a.b"onclick=x)', "<img src=x onerror=alert(1)>", "<script>x</script>"]) {
      expect(inlineOf(bad)).toEqual([{ kind: "text", text: bad }]);
    }
  });

  it("ends soon, whatever is typed", () => {
    const begun = Date.now();
    for (const odd of ["*".repeat(50_000), "[".repeat(50_000), "`".repeat(49_999), "[a](https://".repeat(4_000), "_".repeat(50_000)]) blocksOf(odd);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});
