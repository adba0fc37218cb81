import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { Check, Minus } from "lucide-react";
import { Section } from "@/components/Section";
import type { Status } from "./api";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function Included({ status: { entitlements } }: { status: Status }) {
  return (
    <Section title={t("What it includes")} purpose={t("Sign-in, the keeping of the audit log and the walls between teams are always there.")}>
      <ul className="grid gap-2 text-sm sm:grid-cols-2">
        {entitlements.map(({ name, meaning, granted }) => (
          <li key={name} className={cn("flex items-start gap-2", !granted && "text-muted-foreground")}>
            {granted ? <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success" /> : <Minus aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
            <span>
              <span className="sr-only">{granted ? t("Included: ") : t("Not included: ")}</span>
              {capital(meaning)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
