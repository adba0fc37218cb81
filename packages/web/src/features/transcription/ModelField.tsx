import { Field } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { transcriptionQuery } from "@/lib/catalog";
import type { SpeechModel } from "@/lib/types";
import { modelsQuery } from "./api";
import { describeModel, languageCount } from "./options";

const USUAL = "";
/** Models have no such names. */
const SERVER = "/";

interface ModelFieldProps {
  value: string | null;
  /** What holds where nothing was chosen. */
  usual: string | null;
  /** The codes of what is spoken, as far as that is known. */
  languages: readonly string[];
  /** How long the recording is; 0 where nobody knows. */
  seconds: number;
  onChange: (model: string | null) => void;
  error?: string;
}

/** Which model listens, with what it can. */
export function ModelField({ value, usual, languages, seconds, onChange, error }: ModelFieldProps) {
  const { data: models = [], isPending, isError } = useQuery(modelsQuery);
  const config = useQuery(transcriptionQuery).data;
  const knows = (model: SpeechModel) => languages.every((code) => model.languages.includes(code));
  const fixed = config && config.engine !== "auto" ? `: ${config.effective_engine ?? config.engine}` : "";
  const options = [
    { value: USUAL, label: usual ? t("As usual: {usual}", { usual }) : t("Left to the server{fixed}", { fixed }) },
    ...(usual ? [{ value: SERVER, label: t("Left to the server") }] : []),
    ...models.map((model) => ({ value: model.name, label: `${model.name} (${knows(model) ? languageCount(model) : t("not this language")})` })),
  ];
  // What was chosen once and is gone stays to be seen, and is said to be gone.
  if (value && !isPending && !models.some(({ name }) => name === value)) options.push({ value, label: t("{value} (gone)", { value }) });
  const shown = models.find(({ name }) => name === (value ?? usual));
  const most = models.find(({ in_use: used }) => used);
  let hint = isError ? t("The models could not be listed.") : t("The best model here that knows the language.");
  if (shown) hint = describeModel(shown, seconds);
  else if (most) hint = t("The best one that knows the language. Now {most}: {describeModel}", { most: most.name, describeModel: describeModel(most, seconds) });
  return (
    <Field label={t("Model")} hint={hint} error={error}>
      {(control) => <Select {...control} className="w-full" value={value === "" ? SERVER : (value ?? USUAL)} options={options} onValueChange={(name) => onChange(name === SERVER ? "" : name || null)} />}
    </Field>
  );
}
