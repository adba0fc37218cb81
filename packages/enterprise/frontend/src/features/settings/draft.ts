import type { Schemas } from "@/lib/client";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import type { Section, Setting } from "./api";

type Sent = NonNullable<Schemas["SettingsUpdate"]["values"]>[string];

/** What somebody has typed of a setting; null gives its default back. */
export type Draft = string | boolean | null;
export type Drafts = Readonly<Record<string, Draft>>;

/** A value as it stands in its control. */
export function typed(setting: Setting, value: unknown = setting.value): string | boolean {
  if (setting.kind === "yes_no") return value === true;
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** What the server is sent for what was typed. What is no number goes as it is: the server says so in words. */
export function meant(setting: Setting, draft: string | boolean): Sent {
  if (typeof draft === "boolean") return draft;
  const text = setting.kind === "secret" || setting.kind === "json" ? draft : draft.trim();
  if (setting.kind === "list") return text.split(",").map((part) => part.trim()).filter(Boolean);
  if (setting.kind === "json") return parsed(text);
  const number = Number(text);
  return (setting.kind === "whole_number" || setting.kind === "number") && text !== "" && Number.isFinite(number) ? number : text;
}

function parsed(text: string): Sent {
  if (text.trim() === "") return [];
  try {
    return JSON.parse(text) as Sent;
  } catch {
    return text;
  }
}

/** Keeps what was typed, unless it is what is there already. */
export function withDraft(drafts: Drafts, setting: Setting, draft: Draft): Drafts {
  const { [setting.name]: _, ...others } = drafts;
  const same = draft === null ? setting.source !== "database" : isSecret(setting) ? draft === "" : draft === typed(setting);
  return same ? others : { ...others, [setting.name]: draft };
}

export const isSecret = (setting: Setting) => setting.kind === "secret" || setting.kind === "json";

export function bodyOf(version: number, sections: readonly Section[], drafts: Drafts): Schemas["SettingsUpdate"] {
  const values: Record<string, Sent> = {};
  const reset: string[] = [];
  for (const setting of sections.flatMap((section) => section.settings)) {
    const draft = drafts[setting.name];
    if (draft === null) reset.push(setting.name);
    else if (draft !== undefined) values[setting.name] = meant(setting, draft);
  }
  return { version, values, reset };
}

/** The sections with only what somebody searches for: by name, description or variable. */
export function found(sections: readonly Section[], search: string): Section[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (section: Section, setting: Setting) => {
    const text = [section.title, setting.title, setting.description, setting.variable].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return sections
    .map((section) => ({ ...section, settings: section.settings.filter((setting) => matches(section, setting)) }))
    .filter((section) => section.settings.length > 0);
}

/** What is wrong, by setting; `form` is what concerns none of them. */
export function problemsOfSettings(error: unknown): Readonly<Record<string, string>> {
  if (!error) return {};
  const told = error instanceof ApiError ? error.body.problems : undefined;
  if (typeof told !== "object" || told === null) {
    const field = error instanceof ApiError ? error.body.field : undefined;
    return { [typeof field === "string" ? field : "form"]: messageOf(error) };
  }
  const { "": form, ...others } = told as Record<string, string>;
  return form ? { ...others, form } : others;
}

/** The bounds of a number in words. */
export function boundsOf(setting: Setting): string | null {
  const least = setting.minimum ?? setting.above;
  const most = setting.maximum ?? setting.below;
  const from = setting.minimum === null && least !== null ? `more than ${least}` : `${least}`;
  if (least !== null && most !== null) return setting.minimum === null ? t("{from}, at most {most}", { from, most }) : t("{from} to {most}", { from, most });
  if (least !== null) return setting.minimum === null ? from : t("{from} or more", { from });
  return most === null ? null : `at most ${most}`;
}
