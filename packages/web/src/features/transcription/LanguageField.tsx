import { Button } from "@verbatim/ui/button";
import { Field } from "@verbatim/ui/field";
import { IconButton } from "@verbatim/ui/icon-button";
import { languageName } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { LanguagePicker } from "./LanguagePicker";
import { codesIn, EACH } from "./options";

interface LanguageFieldProps {
  /** A code, several with commas between, `each`, or "" to find out by listening; null where nothing was chosen. */
  value: string | null;
  /** What holds then. */
  usual: string | null;
  onChange: (language: string) => void;
  isKnown?: (code: string) => boolean;
  error?: string;
}

const FIND_OUT = { id: "", name: t("Find out by listening") };
const ANEW = { id: EACH, name: t("Find out anew in every stretch") };
const NEXT = { id: "", name: t("Choose another language") };

/** The language spoken, or the languages. */
export function LanguageField({ value, usual, onChange, isKnown, error }: LanguageFieldProps) {
  const shown = value ?? usual ?? "";
  const codes = codesIn(shown);
  const [adding, setAdding] = useState(false);
  const [first = shown, ...others] = codes;
  const set = (next: readonly string[]) => onChange([...new Set(next.filter(Boolean))].join(","));

  function choose(code: string) {
    if (code === "" || code === EACH) onChange(code);
    else set([code, ...others]);
  }

  return (
    <Field label={t("Language spoken")} error={error} hint={shown === EACH ? t("For recordings in which the language changes.") : t("Type its English name, its own name or its code.")}>
      {(control) => (
        <div className="flex flex-col gap-2">
          <LanguagePicker {...control} value={first} onChange={choose} special={[FIND_OUT, ANEW]} isKnown={isKnown} />
          {others.map((code, place) => (
            <div key={code} className="flex items-center gap-1">
              <LanguagePicker
                aria-label={t("Language {place}: {code}", { place: place + 2, code: languageName(code) })}
                value={code}
                onChange={(next) => set(codes.map((other) => (other === code ? next : other)))}
                special={[NEXT]}
                isKnown={isKnown}
              />
              <IconButton label={t("Remove {code}", { code: languageName(code) })} onClick={() => set(codes.filter((other) => other !== code))}>
                <X aria-hidden="true" />
              </IconButton>
            </div>
          ))}
          {adding && (
            <LanguagePicker
              aria-label={t("Another language")}
              value=""
              onChange={(code) => {
                setAdding(false);
                set([...codes, code]);
              }}
              special={[NEXT]}
              isKnown={isKnown}
            />
          )}
          {codes.length > 0 && !adding && (
            <Button variant="link" size="inline" className="self-start text-xs!" onClick={() => setAdding(true)}>
              <Plus aria-hidden="true" />
              {t("Another language is spoken too")}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
