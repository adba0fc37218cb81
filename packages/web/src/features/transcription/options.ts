import { bytes, hours, languageName } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import type { SpeechModel, TranscriptionConfig, TranscriptionOptions } from "@/lib/types";
import { speedOf } from "./speed";

/** Instead of a language: it is found out anew in every stretch. */
export const EACH = "each";
/** The server takes no more. */
export const MOST_TERMS = 200;
export const LONGEST_TERM = 100;
export const MOST_SPEAKERS = 20;

/** The codes in a choice of languages; none where the engine finds out. */
export const codesIn = (language: string | null | undefined): string[] => (language && language !== EACH ? language.split(",").map((code) => code.trim()).filter(Boolean) : []);

/** What holds when the choices of `stronger` leave something open; terms of both are listened for. */
export function over(stronger: TranscriptionOptions, weaker: TranscriptionOptions): TranscriptionOptions {
  const merged: Record<string, unknown> = { ...weaker };
  for (const [name, value] of Object.entries(stronger)) if (value !== null && value !== undefined) merged[name] = value;
  const terms = [...new Set([...(stronger.vocabulary ?? []), ...(weaker.vocabulary ?? [])])];
  return { ...merged, vocabulary: terms.length > 0 ? terms : null };
}

/** Without what was left open, as it is sent. */
export const chosenOnly = (options: TranscriptionOptions): TranscriptionOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)));

const named = (codes: readonly string[]): string => codes.map(languageName).join(", ");

export const languageCount = ({ languages }: SpeechModel): string => (languages.length === 1 ? t("{named} only", { named: named(languages) }) : t("{languages} languages", { languages: languages.length }));

/** What a model can, in a line: languages, size, speed on this machine. */
export function describeModel(model: SpeechModel, seconds: number): string {
  const time = model.speed && seconds > 0 ? `about ${hours(Math.max(1, seconds / model.speed))} for this` : null;
  return [languageCount(model), bytes(model.size_bytes), speedOf(model) ?? t("speed not measured yet"), time].filter(Boolean).join(" · ");
}

interface Server {
  config: TranscriptionConfig | undefined;
  models: readonly SpeechModel[];
}

/** Why a transcription with these choices cannot be, as far as the page knows; null when nothing tells against it. */
export function obstacle(options: TranscriptionOptions, { config, models }: Server): { field: "language" | "model" | "translate"; message: string } | null {
  const codes = codesIn(options.language);
  const model = models.find(({ name }) => name === options.model);
  const known = model?.languages ?? config?.supported_languages;
  const strange = known ? codes.filter((code) => !known.includes(code)) : [];
  if (strange.length > 0) {
    const message = model ? t("{model} does not know {named}. Choose another model, or leave it to the server.", { model: model.name, named: named(strange) }) : t("No engine on this server knows {named}. An administrator can add a model that does.", { named: named(strange) });
    return { field: "language", message };
  }
  if (options.model && models.length > 0 && !model) return { field: "model", message: t("{model} is not on this server any more. Choose another model.", { model: options.model }) };
  if (options.translate && model?.languages.length === 1) return { field: "translate", message: t("{model} knows {named} only and cannot translate.", { model: model.name, named: named(model.languages) }) };
  return null;
}
