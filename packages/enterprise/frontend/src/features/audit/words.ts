import type { Tone } from "@verbatim/ui/badge";
import { t } from "@verbatim/ui/texts";
import type { AuditRow, Outcome } from "./api";

export const outcomes: Record<Outcome, { label: string; tone: Tone }> = {
  success: { label: t("Done"), tone: "success" },
  refused: { label: t("Refused"), tone: "warning" },
  failed: { label: t("Failed"), tone: "danger" },
};

/** Who did it, as one reads it. */
export function actorOf({ actor, actor_type: type }: Pick<AuditRow, "actor" | "actor_type">): string {
  if (type === "system") return t("The server");
  if (type === "key") return t("{actor} (API key)", { actor: actor ?? t("Somebody") });
  return actor ?? t("Somebody not signed in");
}

/** What was done, as one reads it: `recording.created` is “Recording created”. The sheet of the row has the name that programs use. */
export function actionOf({ action }: Pick<AuditRow, "action">): string {
  const words = action.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What it was done to. */
export function targetOf({ resource_name: name, resource_type: type, resource_id: id }: Pick<AuditRow, "resource_name" | "resource_type" | "resource_id">): string {
  if (name) return name;
  if (!type) return "–";
  return id ? `${type} ${id.slice(0, 8)}` : type;
}

export const shown = (value: unknown): string => (typeof value === "string" ? value : value === null || value === undefined ? "–" : JSON.stringify(value));

/** Every field that one of the two sides has, in the order of their names. */
export function changedFields(before: Record<string, unknown> | null, after: Record<string, unknown> | null): { name: string; before: string; after: string }[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].toSorted();
  return names.map((name) => ({ name, before: shown(before?.[name]), after: shown(after?.[name]) }));
}
