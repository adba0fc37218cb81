import { bytes, plural } from "@verbatim/ui/format";
import type { Basis, Preview, Rule } from "./api";

const YEAR = 365;
const MONTH = 30;

/** 365 as "1 year", 90 as "90 days"; whole years and months only. */
export function span(days: number): string {
  if (days >= YEAR && days % YEAR === 0) return plural(days / YEAR, "year");
  if (days >= MONTH && days % MONTH === 0 && days < YEAR) return plural(days / MONTH, "month");
  return plural(days, "day");
}

const since: Readonly<Record<Basis, string>> = { created: "after they were made", changed: "after their last change" };

export const termsOf = ({ keep_days: days, basis }: Pick<Rule, "keep_days" | "basis">): string =>
  days === null ? "Kept for ever" : `Deleted ${span(days)} ${since[basis]}`;

/** "Would delete 214 recordings, 38 GB". */
export const wouldDelete = ({ recordings, bytes: size }: Pick<Preview, "recordings" | "bytes">): string =>
  recordings === 0 ? "Would delete nothing now" : `Would delete ${plural(recordings, "recording")}, ${bytes(size)}`;
