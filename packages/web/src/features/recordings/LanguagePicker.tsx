import { Picker, PickerButton } from "@verbatim/ui/picker";
import { useState } from "react";
import { fitting, useLanguages, type Language } from "./languages";

interface LanguagePickerProps {
  /** A code, or "" to find out by listening. */
  value: string;
  onChange: (code: string) => void;
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

const FIND_OUT = { id: "", name: "Find out by listening" };

const label = ({ name, own }: Language): string => (own === name ? name : `${name} · ${own}`);

/** Finds a language by its English name, its own name or its code. */
export function LanguagePicker({ value, onChange, ...control }: LanguagePickerProps) {
  const [search, setSearch] = useState<string | null>(null);
  const { known, isSupported } = useLanguages();
  const chosen = known.find(({ code }) => code === value);
  const items = fitting(known, search ?? "").map((language) => ({ id: language.code, name: isSupported(language.code) ? label(language) : `${label(language)} (no engine here)` }));
  return (
    <Picker
      label="Languages"
      first={FIND_OUT}
      empty="No language is known here."
      chosen={[value]}
      choices={{ items, more: false, pending: false }}
      onSearch={setSearch}
      onChoose={({ id }) => onChange(id)}
      trigger={
        <PickerButton {...control} className="w-full">
          {chosen ? label(chosen) : FIND_OUT.name}
        </PickerButton>
      }
    />
  );
}
