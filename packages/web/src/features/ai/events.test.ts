import { expect, it } from "vitest";
import { EventReader } from "./events";

it("reads events that come in pieces, and nothing of what is only a sign of life", () => {
  const reader = new EventReader();
  expect(reader.feed(": still here\n\nevent: sentence\nda")).toEqual([]);
  expect(reader.feed('ta: {"text":"One."}\n')).toEqual([]);
  expect(reader.feed('\nevent: result\ndata: {"id":"a"}\n\n')).toEqual([
    { event: "sentence", data: { text: "One." } },
    { event: "result", data: { id: "a" } },
  ]);
});
