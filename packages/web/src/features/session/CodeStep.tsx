import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { sendCode, type NextStep } from "./api";
import { SubmitButton } from "./SubmitButton";
import { useStep } from "./useStep";

interface CodeStepProps {
  token: string | null;
  onNext: (next: NextStep) => void;
  /** The way back to the password, which a step that took too long needs. */
  onBack: () => void;
  /** While the second factor is being set up there are no recovery codes yet. */
  isSetup?: boolean;
}

const DIGITS = 6;

/** A code of the authenticator app, sent as soon as it is complete; or a recovery code. */
export function CodeStep({ token, onNext, onBack, isSetup = false }: CodeStepProps) {
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const step = useStep(onNext);
  const { error } = step;
  const isOver = error?.code === "invalid_mfa_token";

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (error) input.current?.select();
  }, [error]);

  const send = (typed: string) => void step.run(() => sendCode(typed.trim(), token));

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (code.trim().length >= DIGITS) send(code);
    else input.current?.focus();
  }

  function type(text: string) {
    setCode(text);
    const digits = text.replaceAll(/\s/g, "");
    if (!recovery && digits.length === DIGITS && /^\d+$/.test(digits) && text !== code) send(digits);
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {step.message && <Notice tone="danger">{step.message}</Notice>}
      <Field
        label={recovery ? t("Recovery code") : t("Code")}
        hint={recovery ? t("One of those you saved when you set up the second factor. Each works once.") : t("Six digits from your authenticator app. They change every 30 seconds.")}
      >
        {(control) => (
          <Input
            {...control}
            ref={input}
            name={recovery ? "recovery-code" : "code"}
            autoComplete={recovery ? "off" : "one-time-code"}
            inputMode={recovery ? "text" : "numeric"}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            placeholder={recovery ? "xxxx-xxxx-xxxx-xxxx-xxxx-xxxx" : "000 000"}
            value={code}
            onChange={(event) => type(event.target.value)}
            className={recovery ? "h-11 font-mono" : "h-13 text-center font-mono text-xl tracking-[0.3em]"}
          />
        )}
      </Field>
      <SubmitButton step={step}>{isSetup ? t("Confirm") : t("Continue")}</SubmitButton>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        {!isSetup && (
          <Button
            variant="link"
            size="inline"
            onClick={() => {
              setRecovery(!recovery);
              setCode("");
              input.current?.focus();
            }}
          >
            {recovery ? t("Use a code of the app") : t("Use a recovery code")}
          </Button>
        )}
        <Button variant="link" size="inline" onClick={onBack}>
          {isOver ? t("Begin again") : t("Back to the password")}
        </Button>
      </div>
    </form>
  );
}
