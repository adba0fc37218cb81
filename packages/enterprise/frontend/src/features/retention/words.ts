import { bytes } from "@verbatim/ui/format";
import { plural, t } from "@verbatim/ui/texts";
import type { Basis, Preview, Rule } from "./api";

const YEAR = 365;
const MONTH = 30;

/** 365 as "1 year", 90 as "90 days"; whole years and months only. */
export function span(days: number): string {
  if (days >= YEAR && days % YEAR === 0) return plural(days / YEAR, { one: "{count} year", other: "{count} years" });
  if (days >= MONTH && days % MONTH === 0 && days < YEAR) return plural(days / MONTH, { one: "{count} month", other: "{count} months" });
  return plural(days, { one: "{count} day", other: "{count} days" });
}

const since: Readonly<Record<Basis, string>> = { created: t("after they were made"), changed: t("after their last change") };

export const termsOf = ({ keep_days: days, basis }: Pick<Rule, "keep_days" | "basis">): string =>
  days === null ? t("Kept for ever") : t("Deleted {span} {basis}", { span: span(days), basis: since[basis] });

/** "Would delete 214 recordings, 38 GB". */
export const wouldDelete = ({ recordings, bytes: size }: Pick<Preview, "recordings" | "bytes">): string =>
  recordings === 0 ? t("Would delete nothing now") : t("Would delete {count}, {size}", { count: plural(recordings, { one: "{count} recording", other: "{count} recordings" }), size: bytes(size) });
