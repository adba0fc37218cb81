import { Card } from "@verbatim/ui/card";
import { LanguageChoice } from "@verbatim/ui/language-choice";
import { Segmented } from "@verbatim/ui/segmented";
import { t } from "@verbatim/ui/texts";
import { Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { usePref } from "@/lib/prefs";
import { useTheme, type Theme } from "@/lib/theme";

const themes: readonly { value: Theme; label: string; icon: ReactNode }[] = [
  { value: "light", label: t("Light"), icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: t("Dark"), icon: <Moon aria-hidden="true" /> },
  { value: "system", label: t("System"), icon: <Monitor aria-hidden="true" /> },
];

/** Choices of this browser. */
export function Appearance() {
  const [theme, setTheme] = useTheme();
  const [font, setFont] = usePref<"sans" | "serif">("reading.font", ["sans", "serif"]);
  const [size, setSize] = usePref<"medium" | "small" | "large">("reading.size", ["medium", "small", "large"]);
  return (
    <Card className="divide-y divide-border">
      <Choice title={t("Theme")} note={t("Kept in this browser.")}>
        <Segmented label={t("Theme")} value={theme} onValueChange={setTheme} options={themes} />
      </Choice>
      <Choice title={t("Language of the pages")} note={t("Dates and numbers follow it.")}>
        <LanguageChoice />
      </Choice>
      <Choice title={t("Transcript typeface")} note={t("A serif is easier on long reads.")}>
        <Segmented
          label={t("Transcript typeface")}
          value={font}
          onValueChange={setFont}
          options={[
            { value: "sans", label: t("Sans") },
            { value: "serif", label: t("Serif") },
          ]}
        />
      </Choice>
      <Choice title={t("Transcript size")}>
        <Segmented
          label={t("Transcript size")}
          value={size}
          onValueChange={setSize}
          options={[
            { value: "small", label: t("Small") },
            { value: "medium", label: t("Medium") },
            { value: "large", label: t("Large") },
          ]}
        />
      </Choice>
    </Card>
  );
}

function Choice({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-5 py-4">
      <div>
        <p dir="auto" className="text-sm font-medium">{title}</p>
        {note && <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{note}</p>}
      </div>
      {children}
    </div>
  );
}
