import { describe, expect, it } from "vitest";
import { alone, described, pathOf, pointsOf } from "./series";
import { placeOf, slug, worstFirst } from "./findings";

const moments = ["2026-11-30T09:00:00Z", "2026-11-30T10:00:00Z", "2026-11-30T11:00:00Z"];

describe("a chart", () => {
  it("draws values within its box and lifts the pen where there is none", () => {
    expect(pathOf(pointsOf(moments, [0, 5, 10]), 100, 50)).toBe("M0.0 50.0L50.0 25.0L100.0 0.0");
    expect(pathOf(pointsOf(moments, [4, null, 4]), 100, 50)).toBe("M0.0 0.0M100.0 0.0");
    expect(pathOf([], 100, 50)).toBe("");
  });

  it("shows a value by itself as a dot", () => {
    expect(alone(pointsOf(moments, [null, 4, null]))).toEqual([{ place: 1, value: 4 }]);
    expect(alone(pointsOf(moments, [3, 4, null]))).toEqual([]);
  });

  it("is told in words too", () => {
    const jobs = (n: number) => `${n} ${n === 1 ? "job" : "jobs"}`;
    expect(described(pointsOf(moments, [1, 8, 2]), "jobs", jobs)).toMatch(/^Now 2 jobs; most 8 at .*\.$/);
    expect(described(pointsOf(moments, [3, 8, 1]), "jobs", jobs)).toMatch(/^Now 1 job; most 8 at .*\.$/);
    expect(described(pointsOf(moments, [0, 0, 0]), "jobs", jobs)).toBe("Nothing in this time (jobs).");
    expect(described([], "jobs", jobs)).toBe("Nothing in this time (jobs).");
  });
});

describe("a finding", () => {
  const finding = (more: object) => ({ name: "mail", link: "", setting: "", ...more });

  it("leads to where it is mended", () => {
    expect(placeOf(finding({ link: "/webhooks" }))).toBe("/webhooks");
    expect(placeOf(finding({ setting: "mail_host" }))).toBe("/admin/settings?q=VERBATIM_MAIL_HOST");
    expect(placeOf(finding({ name: "queue" }))).toBe("/admin/jobs?status=queued");
    expect(placeOf(finding({ name: "audit chain" }))).toBe("/admin#check-audit-chain");
  });

  it("comes before those that are better", () => {
    expect(worstFirst([{ status: "ok" }, { status: "warning" }, { status: "failed" }]).map(({ status }) => status)).toEqual(["failed", "warning", "ok"]);
    expect(slug("Storage: S3 (main)")).toBe("storage-s3-main-");
  });
});
