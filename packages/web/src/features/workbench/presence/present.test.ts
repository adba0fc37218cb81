import { describe, expect, it } from "vitest";
import { GONE_MS, heard, parseSaid, people, stillHere, writers, type Others, type Said } from "./present";

const said = (page: string, more: Partial<Said> = {}): Said => ({ transcriptId: "t", page, person: page, name: page, segmentId: null, editing: false, here: true, asks: false, ...more });
const nobody: Others = new Map();

describe("who is at a transcript", () => {
  it("is whoever was heard, until they leave", () => {
    const one = heard(nobody, said("ada"), 0);
    expect(people(one)).toHaveLength(1);
    expect(heard(one, said("ada", { here: false }), 1).size).toBe(0);
  });

  it("is nobody who has not been heard for some seconds", () => {
    const both = heard(heard(nobody, said("ada"), 0), said("bob"), GONE_MS);
    expect(people(stillHere(both, GONE_MS + 1)).map(({ name }) => name)).toEqual(["bob"]);
    expect(stillHere(both, GONE_MS)).toBe(both);
  });

  it("is each person once, where they write", () => {
    const windows = heard(heard(nobody, said("1", { person: "ada" }), 0), said("2", { person: "ada", editing: true, segmentId: "7" }), 0);
    expect(people(windows)).toMatchObject([{ page: "2", segmentId: "7" }]);
    expect(writers(windows).get("7")?.person).toBe("ada");
  });

  it("does not grow without end", () => {
    let others = nobody;
    for (let place = 0; place < 500; place += 1) others = heard(others, said(`page-${place}`), 0);
    expect(others.size).toBe(100);
  });

  it.each([[null], ["text"], [{ type: "other" }], [{ type: "transcript.presence" }], [{ type: "transcript.presence", transcript_id: 1, page: "p", person: "x", name: "n" }]])("hears nothing in %j", (data) => {
    expect(parseSaid(data)).toBeNull();
  });
});
