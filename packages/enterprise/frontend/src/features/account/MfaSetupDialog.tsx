import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { CodeInput } from "@/components/CodeInput";
import { FormError } from "@/components/FormError";
import { PasswordInput } from "@/components/PasswordInput";
import { SecretField } from "@/components/SecretField";
import type { Schemas } from "@/lib/client";
import { problemsOf } from "@/lib/fields";
import { beginMfa, enableMfa } from "./api";

interface MfaSetupDialogProps {
  hasPassword: boolean;
  onClose: () => void;
  onDone: (recoveryCodes: string[]) => void;
}

/** First the password, then the app: scan, and prove it with a code. */
export function MfaSetupDialog({ hasPassword, onClose, onDone }: MfaSetupDialogProps) {
  const [password, setPassword] = useState("");
  const begin = useMutation({ mutationFn: () => beginMfa(hasPassword ? password : null), meta: { quiet: true } });
  const [code, setCode] = useState("");
  const confirm = useMutation({ mutationFn: () => enableMfa(code), onSuccess: ({ recovery_codes }) => onDone(recovery_codes), meta: { quiet: true } });
  const problems = { ...problemsOf(begin.error, ["current_password"]), ...problemsOf(confirm.error, ["code"]) };
  const frame = { onClose, error: problems.form };

  if (!begin.data) {
    return (
      <Step {...frame} description={t("Confirm first that it is you.")} submitLabel={t("Go on")} pending={begin.isPending} onSubmit={() => begin.mutate()}>
        {hasPassword ? (
          <PasswordInput label={t("Your password")} value={password} onChange={setPassword} error={problems.current_password} />
        ) : (
          <p className="text-sm">{t("You need an authenticator app on your phone, such as the one that came with it.")}</p>
        )}
      </Step>
    );
  }
  return (
    <Step {...frame} description={t("Scan the code with your authenticator app, then type what the app shows.")} submitLabel={t("Switch it on")} pending={confirm.isPending} onSubmit={() => confirm.mutate()}>
      <QrCode setup={begin.data} />
      <CodeInput label={t("Six digits that the app shows")} value={code} onChange={setCode} error={problems.code} />
    </Step>
  );
}

interface StepProps {
  description: string;
  submitLabel: string;
  pending: boolean;
  error?: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Step({ description, submitLabel, pending, error, onSubmit, onClose, children }: StepProps) {
  const form = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!pending) onSubmit();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Switch the second factor on")}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {children}
        <FormError message={error} />
      </form>
    </Dialog>
  );
}

function QrCode({ setup }: { setup: Schemas["MfaSetupResponse"] }) {
  return (
    <>
      <img
        // As a picture, so that nothing in it is run; on white, because cameras want dark on light.
        src={`data:image/svg+xml,${encodeURIComponent(setup.qr_svg)}`}
        alt={t("QR code for the authenticator app")}
        className="mx-auto size-48 rounded-lg border border-border bg-white p-2"
      />
      <SecretField label={t("Or type this secret")} value={setup.secret} />
    </>
  );
}
