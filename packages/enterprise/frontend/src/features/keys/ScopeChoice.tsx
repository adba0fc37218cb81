import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { t } from "@verbatim/ui/texts";
import { useId } from "react";
import { grouped, isReading } from "./scopes";
import type { Scope } from "./api";

interface ScopeChoiceProps {
  grantable: readonly Scope[];
  chosen: readonly Scope[];
  onChange: (chosen: Scope[]) => void;
  error?: string;
}

/** What the key may do: as little as its program needs. */
export function ScopeChoice({ grantable, chosen, onChange, error }: ScopeChoiceProps) {
  const id = useId();
  const toggle = (scope: Scope, on: boolean) => onChange(on ? [...chosen, scope] : chosen.filter((other) => other !== scope));
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={`${id}-hint`}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <legend className="float-left text-sm font-medium">{t("What it may do")}</legend>
        <span className="flex gap-1">
          <Button size="sm" variant="ghost" onClick={() => onChange(grantable.filter(isReading))}>
            {t("Only read")}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onChange([])} disabled={chosen.length === 0}>
            {t("Nothing")}
          </Button>
        </span>
      </div>
      {grantable.length === 0 && <p className="text-sm text-muted-foreground">{t("You have no rights to give it: you are in no team yet. Make a team or have yourself invited, then make the key.")}</p>}
      <ul className="empty:hidden max-h-64 divide-y divide-border overflow-y-auto rounded-lg border border-border" tabIndex={-1}>
        {grouped(grantable).map(({ subject, scopes }) => (
          <li key={subject} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-3 py-2 text-sm">
            <span className="min-w-36 flex-1">{subject}</span>
            <span className="flex flex-wrap gap-x-4 gap-y-2">
              {scopes.map(({ scope, action }) => (
                <span key={scope} className="inline-flex items-center gap-2">
                  <Checkbox label={`${subject}: ${action.toLowerCase()}`} checked={chosen.includes(scope)} onCheckedChange={(on) => toggle(scope, on)} />
                  <span aria-hidden="true" className="cursor-pointer text-muted-foreground" onClick={() => toggle(scope, !chosen.includes(scope))}>
                    {action}
                  </span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p id={`${id}-hint`} role={error ? "alert" : undefined} className={error ? "text-sm text-destructive" : "text-xs text-muted-foreground"}>
        {error ?? t("Never more than you may do yourself, now or later.")}
      </p>
    </fieldset>
  );
}
