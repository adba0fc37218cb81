import { expect, it } from "vitest";
import { aboutOf } from "./about";

const nothing = { transcript_ids: [], project_id: null, query: null };

it("says in words what a conversation is about", () => {
  expect(aboutOf(nothing)).toBe("Everything you may read");
  expect(aboutOf({ ...nothing, query: "hose" })).toBe("What a search for “hose” finds");
  expect(aboutOf({ ...nothing, project_id: "a" })).toBe("A project");
  expect(aboutOf({ ...nothing, project_id: "a" }, "House")).toBe("The project “House”");
  expect(aboutOf({ ...nothing, transcript_ids: ["a"] })).toBe("One transcript");
  expect(aboutOf({ ...nothing, transcript_ids: ["a", "b"] })).toBe("2 transcripts");
});
