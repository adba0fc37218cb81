import { expect, test } from "vitest";
import { day, timelineOf } from "./days";

const days = {
  issued_at: "2026-01-01T00:00:00Z",
  warns_at: "2026-11-01T23:59:59Z",
  expires_at: "2026-12-31T23:59:59Z",
  grace_ends_at: "2027-01-14T23:59:59Z",
};
const at = (iso: string) => timelineOf({ ...days, now: new Date(iso).getTime() });

test("a day is the licence's own, wherever the browser is", () => {
  expect(day(days.expires_at)).toBe("31 December 2026");
});

test("stretches follow each other and fill the whole", () => {
  for (const iso of ["2026-06-01T00:00:00Z", "2027-01-03T00:00:00Z", "2031-01-01T00:00:00Z", "2020-01-01T00:00:00Z"]) {
    const { stretches, now } = at(iso);
    expect(stretches[0]?.from).toBe(0);
    expect(stretches.at(-1)?.to).toBe(100);
    stretches.slice(1).forEach((stretch, n) => expect(stretch.from).toBeCloseTo(stretches[n]?.to ?? -1));
    expect(now).toBeGreaterThanOrEqual(0);
    expect(now).toBeLessThanOrEqual(100);
  }
});

test("today lies in the stretch that the calendar says", () => {
  const within = (iso: string) => {
    const { stretches, now } = at(iso);
    return stretches.find(({ from, to }) => from <= now && now < to)?.key;
  };
  expect(within("2026-06-01T00:00:00Z")).toBe("issued");
  expect(within("2026-12-01T00:00:00Z")).toBe("warning");
  expect(within("2027-01-05T00:00:00Z")).toBe("grace");
  expect(within("2027-01-20T00:00:00Z")).toBe("closed");
});

test("a licence that had ended when it was issued is read-only today", () => {
  const now = new Date("2027-02-01T00:00:00Z").getTime();
  const { stretches, now: today } = timelineOf({ ...days, issued_at: "2027-02-01T00:00:00Z", now });
  expect(stretches.find(({ from, to }) => from <= today && today < to)?.key).toBe("closed");
});

test("a licence that was short from the start begins with its warning", () => {
  const { stretches } = timelineOf({ ...days, issued_at: "2026-12-20T00:00:00Z", now: new Date("2026-12-21T00:00:00Z").getTime() });
  expect(stretches[0]).toMatchObject({ key: "issued", from: 0, to: 0 });
});
