import { Checkbox } from "@verbatim/ui/checkbox";
import { Field } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { Switch } from "@verbatim/ui/switch";
import { t } from "@verbatim/ui/texts";
import { useId, useState } from "react";
import type { CatalogueEvent } from "./api";

export const EVERYTHING = "*";

interface EventChoiceProps {
  catalogue: readonly CatalogueEvent[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error?: string;
}

/** Which events are told: all there are and will be, or some; with a sample of what a receiver gets. */
export function EventChoice({ catalogue, chosen, onChange, error }: EventChoiceProps) {
  const id = useId();
  const all = chosen.includes(EVERYTHING);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-3 text-sm">
        <Switch id={id} checked={all} onCheckedChange={(on) => onChange(on ? [EVERYTHING] : [])} aria-describedby={`${id}-hint`} />
        <div>
          <label htmlFor={id} className="font-medium">
            {t("Every event")}
          </label>
          <p id={`${id}-hint`} className="text-muted-foreground">
            {t("Also those that later versions bring.")}
          </p>
        </div>
      </div>
      {!all && (
        <ul aria-label={t("Events")} className="max-h-56 divide-y divide-border overflow-y-auto rounded-lg border border-border">
          {catalogue.map(({ name, description }) => {
            const on = chosen.includes(name);
            const toggle = (next: boolean) => onChange(next ? [...chosen, name] : chosen.filter((other) => other !== name));
            return (
              <li key={name} className="flex gap-3 px-3 py-2 text-sm">
                <span className="pt-0.5">
                  <Checkbox label={name} checked={on} onCheckedChange={toggle} />
                </span>
                <span className="min-w-0 flex-1" aria-hidden="true" onClick={() => toggle(!on)}>
                  <span dir="auto" className="block font-mono text-xs">{name}</span>
                  <span className="block text-xs text-muted-foreground">{description}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {error && (
        <p role="alert" className="text-sm text-destructive">
          {error}
        </p>
      )}
      <Sample catalogue={catalogue} />
    </div>
  );
}

function Sample({ catalogue }: { catalogue: readonly CatalogueEvent[] }) {
  const [name, setName] = useState("");
  const shown = catalogue.find((event) => event.name === name) ?? catalogue[0];
  if (!shown) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted-foreground hover:text-foreground">{t("What a receiver gets")}</summary>
      <div className="mt-3 flex flex-col gap-2">
        <Field label={t("Event")}>
          {(control) => <Select {...control} className="w-full" value={shown.name} options={catalogue.map((event) => ({ value: event.name, label: event.name }))} onValueChange={setName} />}
        </Field>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to get there */}
      <pre role="region" tabIndex={0} aria-label={t("Sample of {shown}", { shown: shown.name })} className="max-h-48 overflow-auto rounded-lg bg-muted p-3 font-mono text-xs">
          {JSON.stringify(shown.sample, null, 2)}
        </pre>
      </div>
    </details>
  );
}
