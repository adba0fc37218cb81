import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Check, Minus, X } from "lucide-react";
import { trySettings, type Section, type TrialResult } from "./api";
import type { bodyOf } from "./draft";
import { problemsOfSettings } from "./draft";

const PARTS = {
  mail_host: { part: "mail", label: t("Send me a test mail") },
  oidc_providers: { part: "sign_in", label: t("Look at the providers") },
} as const;

const partOf = (section: Section) => Object.entries(PARTS).find(([name]) => section.settings.some((setting) => setting.name === name))?.[1];

/** Tries a section out with what is typed, saved or not, and says how far it came. Nothing is saved. */
export function TryOut({ section, body }: { section: Section; body: ReturnType<typeof bodyOf> }) {
  const part = partOf(section);
  const trial = useMutation({ mutationFn: trySettings, meta: { quiet: true } });
  if (!part) return null;
  const told = trial.error ? Object.values(problemsOfSettings(trial.error)).join(" ") : trial.data?.detail;
  const well = trial.data?.ok === true;
  return (
    <div className="flex flex-col gap-3 px-5 py-4" data-trial={part.part}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button pending={trial.isPending} onClick={() => trial.mutate({ part: part.part, values: body.values ?? {}, reset: body.reset ?? [] })}>
          {part.label}
        </Button>
        <p className="min-w-0 flex-1 text-sm text-muted-foreground">{t("With what is typed here, before it is saved.")}</p>
      </div>
      <div role="status" aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {!trial.isPending && told && <p className={well ? "text-sm" : "text-sm text-destructive"}>{told}</p>}
        {!trial.isPending && trial.data && <Steps trials={trial.data.trials} />}
      </div>
    </div>
  );
}

function Steps({ trials }: { trials: TrialResult["trials"] }) {
  return trials.map(({ name, steps }) => (
    <ul key={name} aria-label={name} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {steps.map((step) => (
        <li key={step.name} className="flex items-center gap-1.5">
          {step.ok === null ? <Minus aria-hidden="true" className="size-4 text-muted-foreground" /> : step.ok ? <Check aria-hidden="true" className="size-4 text-success" /> : <X aria-hidden="true" className="size-4 text-destructive" />}
          {`${step.name.charAt(0).toUpperCase()}${step.name.slice(1)}`}
          <span className="sr-only">{step.ok === null ? t(": not tried") : step.ok ? t(": went well") : t(": failed")}</span>
        </li>
      ))}
    </ul>
  ));
}
