import type { ComponentProps } from "react";
import { chooseLanguage, language, LANGUAGES } from "./language";
import { Select } from "./select";
import { t } from "./texts";

type Rest = Pick<ComponentProps<typeof Select>, "id" | "className" | "aria-describedby" | "aria-invalid">;

/** In which language pages speak; choosing another begins the page anew. */
export function LanguageChoice(rest: Rest) {
  return <Select aria-label={t("Language of the pages")} {...rest} value={language} options={LANGUAGES} onValueChange={chooseLanguage} />;
}

/** The same in a corner: each other language in its own words. */
export function LanguageLinks() {
  return LANGUAGES.filter(({ value }) => value !== language).map(({ value, label }) => (
    <button key={value} type="button" lang={value} onClick={() => chooseLanguage(value)} className="rounded-md px-2 py-1.5 text-sm text-muted-foreground hover:bg-accent hover:text-foreground">
      {label}
    </button>
  ));
}
