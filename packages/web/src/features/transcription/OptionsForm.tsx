import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { Field } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { Switch } from "@verbatim/ui/switch";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { transcriptionQuery } from "@/lib/catalog";
import type { TranscriptionOptions } from "@/lib/types";
import { modelsQuery } from "./api";
import { LanguageField } from "./LanguageField";
import { ModelField } from "./ModelField";
import { codesIn, MOST_SPEAKERS, obstacle, over } from "./options";
import { TermsField } from "./TermsField";

interface OptionsFormProps {
  /** What was chosen here; what is null is as `usual` says. */
  value: TranscriptionOptions;
  usual: TranscriptionOptions;
  onChange: (value: TranscriptionOptions) => void;
  /** How long the recording is; 0 where nobody knows or there are several. */
  seconds?: number;
  /** Where the vocabulary has a place of its own. */
  withoutTerms?: boolean;
  children?: ReactNode;
}

const FIND_OUT = t("Find out by listening");

/** Whether anything tells against a transcription with these choices. */
export function useObstacle(options: TranscriptionOptions) {
  const config = useQuery(transcriptionQuery).data;
  const models = useQuery(modelsQuery).data ?? [];
  return obstacle(options, { config, models });
}

/** All that can be chosen for a transcription. */
export function OptionsForm({ value, usual, onChange, seconds = 0, withoutTerms, children }: OptionsFormProps) {
  const holds = over(value, usual);
  const problem = useObstacle(holds);
  const models = useQuery(modelsQuery).data ?? [];
  const model = models.find(({ name }) => name === holds.model);
  const set = (change: TranscriptionOptions) => onChange({ ...value, ...change });
  const errorAt = (field: string) => (problem?.field === field ? problem.message : undefined);
  const terms = value.vocabulary ?? [];
  return (
    <div className="flex flex-col gap-5">
      <LanguageField
        value={value.language ?? null}
        usual={usual.language ?? null}
        onChange={(language) => set({ language })}
        isKnown={model && ((code) => model.languages.includes(code))}
        error={errorAt("language")}
      />
      <ModelField value={value.model ?? null} usual={usual.model ?? null} languages={codesIn(holds.language)} seconds={seconds} onChange={(name) => set({ model: name })} error={errorAt("model")} />
      {!withoutTerms && (
        <TermsField
          terms={terms}
          usual={usual.vocabulary ?? []}
          onAdd={(fresh) => set({ vocabulary: [...terms, ...fresh] })}
          onRemove={(term) => set({ vocabulary: terms.filter((other) => other !== term) })}
        />
      )}
      <More value={value} usual={usual} set={set} translateError={errorAt("translate")}>
        {children}
      </More>
    </div>
  );
}

interface MoreProps extends Pick<OptionsFormProps, "value" | "usual" | "children"> {
  set: (change: TranscriptionOptions) => void;
  translateError: string | undefined;
}

/** What few change, behind a button unless somebody has. */
function More({ value, usual, set, translateError, children }: MoreProps) {
  const holds = over(value, usual);
  const isUsed = Boolean(holds.translate || holds.num_speakers || holds.subtitles_only || holds.voice_detection === false);
  const [opened, setOpened] = useState<boolean | null>(null);
  const isOpen = opened ?? isUsed;
  const id = useId();
  const people = usual.num_speakers ? t("As usual: {num_speakers}", { num_speakers: usual.num_speakers }) : FIND_OUT;
  return (
    <div>
      <Button variant="subtle" size="sm" className="-ms-2.5" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpened(!isOpen)}>
        <ChevronRight aria-hidden="true" className={cn("transition-transform rtl:rotate-180", isOpen && "rotate-90 rtl:rotate-90")} />
        {t("More choices")}
      </Button>
      <div id={id} hidden={!isOpen} className="mt-3 flex flex-col gap-4">
        {children}
        <Field label={t("Number of speakers")} hint={holds.subtitles_only ? t("Speakers are not told apart for subtitles only.") : undefined}>
          {(control) => (
            <Select
              {...control}
              className="w-full"
              disabled={holds.subtitles_only === true}
              value={String(value.num_speakers ?? "")}
              options={[{ value: "", label: people }, ...(usual.num_speakers ? [{ value: "0", label: FIND_OUT }] : []), ...Array.from({ length: MOST_SPEAKERS }, (_, place) => ({ value: String(place + 1), label: place === 0 ? t("1 person") : t("{place} people", { place: place + 1 }) }))]}
              onValueChange={(number) => set({ num_speakers: number === "" ? null : Number(number) })}
            />
          )}
        </Field>
        <Toggle label={t("Translate to English")} note={t("Whatever is spoken, the text is English.")} error={translateError} checked={holds.translate ?? false} onChange={(translate) => set({ translate })} />
        <Toggle label={t("Skip where nobody speaks")} note={t("Off listens to everything, also to what sounds like no voice.")} checked={holds.voice_detection ?? true} onChange={(on) => set({ voice_detection: on })} />
        <Toggle label={t("Subtitles only")} note={t("Quicker: speakers are not told apart.")} checked={holds.subtitles_only ?? false} onChange={(on) => set({ subtitles_only: on })} />
      </div>
    </div>
  );
}

interface ToggleProps {
  label: string;
  note: string;
  error?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Toggle({ label, note, error, checked, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="text-[0.8125rem] font-medium">
          {label}
        </label>
        <p id={`${id}-note`} className="text-xs text-muted-foreground">
          {note}
        </p>
        {error && (
          <p role="alert" className="text-xs text-destructive">
            {error}
          </p>
        )}
      </div>
      <Switch id={id} aria-describedby={`${id}-note`} checked={checked} onCheckedChange={onChange} />
    </div>
  );
}
