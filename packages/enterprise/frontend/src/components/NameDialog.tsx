import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { FormError } from "./FormError";
import { problemsOf } from "@/lib/fields";

interface NameDialogProps {
  title: string;
  description?: ReactNode;
  label: string;
  initial?: string;
  submitLabel: string;
  onSubmit: (name: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for one name. */
export function NameDialog({ title, description, label, initial = "", submitLabel, onSubmit, onClose, children }: NameDialogProps) {
  const [name, setName] = useState(initial);
  const form = useId();
  const send = useMutation({ mutationFn: () => onSubmit(name.trim()), onSuccess: onClose, meta: { quiet: true } });
  const problems = problemsOf(send.error, ["name"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending && name.trim()) send.mutate();
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
          <Button type="submit" form={form} variant="primary" pending={send.isPending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={label} error={problems.name}>
          {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} required maxLength={100} />}
        </Field>
        {children}
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
