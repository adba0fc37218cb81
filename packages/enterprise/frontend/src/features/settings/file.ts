import type { Schemas } from "@/lib/client";
import { t } from "@verbatim/ui/texts";

export type SettingsFile = Pick<Schemas["SettingsExport"], "settings" | "secrets">;

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands in an exported file; an Error with a sentence where it is none. */
export function readFile(text: string): SettingsFile {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    found = null;
  }
  if (!isFields(found) || found.format !== "verbatim-settings-1" || !isFields(found.settings)) throw new Error(t("This is no file that Export has made. Choose another one."));
  const secrets = Array.isArray(found.secrets) ? found.secrets.filter((name) => typeof name === "string") : [];
  return { settings: found.settings, secrets };
}

export const toSend = (file: SettingsFile, apply: boolean): Schemas["SettingsImport"] => ({ format: "verbatim-settings-1", settings: file.settings as Schemas["SettingsImport"]["settings"], secrets: file.secrets, apply });

export function shownValue(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (Array.isArray(value)) return value.map(shownValue).join(", ") || "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number);
}
