import { Picker, PickerButton } from "@verbatim/ui/picker";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { fitting, useLanguages, type Language } from "@/lib/languages";

interface LanguagePickerProps {
  /** A code, one of `special`, or "" for none. */
  value: string;
  onChange: (code: string) => void;
  /** What stands before the languages, such as finding out; the first of them is shown for "". */
  special: readonly { id: string; name: string }[];
  /** Whether what transcribes knows a language; by default, whether any engine here does. */
  isKnown?: (code: string) => boolean;
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

const label = ({ name, own }: Language): string => (own === name ? name : `${name} · ${own}`);

/** Finds a language by its English name, its own name or its code. */
export function LanguagePicker({ value, onChange, special, isKnown, ...control }: LanguagePickerProps) {
  const [search, setSearch] = useState<string | null>(null);
  const { known, isSupported } = useLanguages();
  const isFine = isKnown ?? isSupported;
  const chosen = known.find(({ code }) => code === value);
  const languages = fitting(known, search ?? "").map((language) => ({ id: language.code, name: isFine(language.code) ? label(language) : `${label(language)} (${isKnown ? t("not with this model") : t("no engine here")})` }));
  const sorted = languages.toSorted((a, b) => Number(isFine(b.id)) - Number(isFine(a.id)));
  const others = search ? [] : special.slice(1);
  return (
    <Picker
      label={t("Languages")}
      first={special[0]}
      empty={t("No language is known here.")}
      chosen={[value]}
      choices={{ items: [...others, ...sorted], more: false, pending: false }}
      onSearch={setSearch}
      onChoose={({ id }) => onChange(id)}
      trigger={
        <PickerButton {...control} className="w-full">
          {chosen ? label(chosen) : (special.find(({ id }) => id === value) ?? special[0])?.name}
        </PickerButton>
      }
    />
  );
}
