import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { CodeInput } from "@/components/CodeInput";
import { FormError } from "@/components/FormError";
import { PasswordInput } from "@/components/PasswordInput";
import { problemsOf } from "@/lib/fields";

interface CodeDialogProps {
  title: string;
  description: string;
  submitLabel: string;
  destructive?: boolean;
  hasPassword: boolean;
  onSubmit: (password: string | null, code: string) => Promise<unknown>;
  onClose: () => void;
}

/** Delicate changes ask for the password and a code. */
export function CodeDialog({ title, description, submitLabel, destructive, hasPassword, onSubmit, onClose }: CodeDialogProps) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const form = useId();
  const send = useMutation({ mutationFn: () => onSubmit(hasPassword ? password : null, code), meta: { quiet: true } });
  const problems = problemsOf(send.error, ["current_password", "code"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant={destructive ? "destructive" : "primary"} pending={send.isPending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {hasPassword && <PasswordInput label={t("Your password")} value={password} onChange={setPassword} error={problems.current_password} />}
        <CodeInput label={t("Code of your app, or a recovery code")} value={code} onChange={setCode} error={problems.code} />
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
