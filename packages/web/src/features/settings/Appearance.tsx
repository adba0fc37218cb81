import { Card } from "@verbatim/ui/card";
import { LanguageChoice } from "@verbatim/ui/language-choice";
import { Segmented } from "@verbatim/ui/segmented";
import { Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { usePref } from "@/lib/prefs";
import { useTheme, type Theme } from "@/lib/theme";

const themes: readonly { value: Theme; label: string; icon: ReactNode }[] = [
  { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
  { value: "system", label: "System", icon: <Monitor aria-hidden="true" /> },
];

/** Choices of this browser. */
export function Appearance() {
  const [theme, setTheme] = useTheme();
  const [font, setFont] = usePref<"sans" | "serif">("reading.font", ["sans", "serif"]);
  const [size, setSize] = usePref<"medium" | "small" | "large">("reading.size", ["medium", "small", "large"]);
  return (
    <Card className="divide-y divide-border">
      <Choice title="Theme" note="Kept in this browser.">
        <Segmented label="Theme" value={theme} onValueChange={setTheme} options={themes} />
      </Choice>
      <Choice title="Language of the pages" note="Dates and numbers follow it.">
        <LanguageChoice />
      </Choice>
      <Choice title="Transcript typeface" note="A serif is easier on long reads.">
        <Segmented
          label="Transcript typeface"
          value={font}
          onValueChange={setFont}
          options={[
            { value: "sans", label: "Sans" },
            { value: "serif", label: "Serif" },
          ]}
        />
      </Choice>
      <Choice title="Transcript size">
        <Segmented
          label="Transcript size"
          value={size}
          onValueChange={setSize}
          options={[
            { value: "small", label: "Small" },
            { value: "medium", label: "Medium" },
            { value: "large", label: "Large" },
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
