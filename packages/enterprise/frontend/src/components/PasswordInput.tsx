import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { strengthOf } from "@/lib/strength";

interface PasswordInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  /** A new password: its length is judged, and password managers may make one. */
  fresh?: boolean;
}

export function PasswordInput({ label, value, onChange, error, fresh }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} error={error} hint={fresh ? t("8 to 128 characters. A few words in a row are easy to remember and hard to guess.") : undefined}>
        {(control) => (
          <span className="relative block">
            <Input
              {...control}
              type={shown ? "text" : "password"}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              autoComplete={fresh ? "new-password" : "current-password"}
              minLength={fresh ? 8 : undefined}
              maxLength={128}
              required
              className="pr-10!"
            />
            <Button variant="subtle" size="icon-sm" aria-label={shown ? t("Hide: {label}", { label }) : t("Show: {label}", { label })} className="absolute! right-0.5 top-0.5" onClick={() => setShown(!shown)}>
              <Icon aria-hidden="true" />
            </Button>
          </span>
        )}
      </Field>
      {fresh && <Strength value={value} />}
    </div>
  );
}

const STEPS = [1, 2, 3, 4];
const tones = ["bg-destructive", "bg-warning", "bg-success", "bg-success"];

/** By length alone, because length is what counts; the server knows which are common. */
function Strength({ value }: { value: string }) {
  const { steps, label } = strengthOf(value);
  return (
    <div className="flex items-center gap-3" aria-live="polite">
      <div className="flex flex-1 gap-1" aria-hidden="true">
        {STEPS.map((step) => (
          <span key={step} className={`h-1 flex-1 rounded-full transition-colors ${step <= steps ? tones[steps - 1] : "bg-secondary"}`} />
        ))}
      </div>
      <span className="w-24 text-right text-xs text-muted-foreground">{label}</span>
    </div>
  );
}
