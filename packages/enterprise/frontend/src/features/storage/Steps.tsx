import { cn } from "@verbatim/ui/cn";
import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { Check, Minus, X } from "lucide-react";
import type { Tried } from "./api";

const shown = {
  true: { icon: Check, look: "text-success", said: "works" },
  false: { icon: X, look: "text-destructive", said: "failed" },
  null: { icon: Minus, look: "text-muted-foreground", said: "not tried" },
} as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How far trying out a location went. */
export function Steps({ tried }: { tried: Tried }) {
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={tried.ok ? "success" : "danger"}>{tried.detail}</Notice>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1.5 text-sm" aria-label={t("Steps of the test")}>
        {tried.steps.map(({ name, ok }) => {
          const { icon: Icon, look, said } = shown[String(ok) as keyof typeof shown];
          return (
            <li key={name} className="flex items-center gap-2">
              <Icon aria-hidden="true" className={cn("size-4 shrink-0", look)} />
              <span className={ok === null ? "text-muted-foreground" : undefined}>{capital(name)}</span>
              <span className="sr-only">{said}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
