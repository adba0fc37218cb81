import type { Tone } from "@verbatim/ui/badge";
import { plural, t } from "@verbatim/ui/texts";
import { STATUS, titleOf } from "@/features/dashboard/findings";
import type { Alert } from "./api";

/** What an alert says in a few words, such as "Still broken". */
export function stateOf({ kind, status }: Pick<Alert, "kind" | "status">): { label: string; tone: Tone } {
  if (kind === "resolved") return { label: t("Well again"), tone: "success" };
  const { label, tone } = STATUS[status] ?? { label: status, tone: "neutral" };
  return { label: kind === "reminder" ? t("Still: {label}", { label: label.toLowerCase() }) : label, tone };
}

export const bellLabel = (unread: number): string => (unread === 0 ? t("Alerts: none are new") : unread >= 100 ? t("Alerts: 100 or more are new") : plural(unread, { one: "Alerts: {count} is new", other: "Alerts: {count} are new" }));

/** The muted checks with one more or one less of them. */
export const withMuted = (muted: readonly string[], name: string, isMuted: boolean): string[] => {
  const others = muted.filter((one) => one.toLowerCase() !== name.toLowerCase());
  return (isMuted ? [...others, name] : others).toSorted();
};

export const isMuted = (muted: readonly string[], name: string): boolean => muted.some((one) => one.toLowerCase() === name.toLowerCase());

/** Several findings of one kind are muted together: what stands before the colon. */
export const kindsOf = (names: readonly string[]): string[] => [...new Set(names.map((name) => name.split(":")[0]?.trim() ?? name))];

export { titleOf };
