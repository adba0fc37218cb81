import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { PasswordInput } from "@verbatim/ui/password-input";
import { t } from "@verbatim/ui/texts";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { signIn, type NextStep } from "./api";
import { SubmitButton } from "./SubmitButton";
import { useStep } from "./useStep";

interface PasswordStepProps {
  onNext: (next: NextStep) => void;
  /** The name typed last, when the form comes back. */
  name: string;
  onName: (name: string) => void;
}

export function PasswordStep({ onNext, name, onName }: PasswordStepProps) {
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const step = useStep(onNext);
  const { error } = step;

  useEffect(() => {
    (nameInput.current?.value ? passwordInput : nameInput).current?.focus();
  }, []);

  // After a refusal the password is what one types again.
  useEffect(() => {
    if (error?.status === 401) passwordInput.current?.select();
  }, [error]);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const isMissing = name.trim() === "" || password === "";
    setMissing(isMissing);
    if (isMissing) (name.trim() === "" ? nameInput : passwordInput).current?.focus();
    else void step.run(() => signIn(name.trim(), password));
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {step.message && <Notice tone={error?.status === 403 ? "info" : "danger"}>{step.message}</Notice>}
      <Field label={t("User name or e-mail address")} error={missing && name.trim() === "" ? t("Type your user name or e-mail address.") : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={nameInput}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            required
            value={name}
            onChange={(event) => onName(event.target.value)}
            className="h-11 text-[0.9375rem]"
          />
        )}
      </Field>
      <Field label={t("Password")} error={missing && password === "" ? t("Type your password.") : undefined}>
        {(control) => (
          <PasswordInput
            {...control}
            ref={passwordInput}
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            className="h-11 text-[0.9375rem]"
          />
        )}
      </Field>
      <SubmitButton step={step}>{t("Sign in")}</SubmitButton>
    </form>
  );
}
