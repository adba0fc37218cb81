import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { INSTALLATION_ROLES, optionsOf } from "@/lib/roles";
import type { Role } from "./api";

export interface UserData {
  username: string;
  email: string;
  display_name: string;
  role: Role;
}

interface UserFormDialogProps {
  title: string;
  description?: string;
  submitLabel: string;
  initial: Omit<UserData, "role"> & { role: string };
  /** A user name is chosen once. */
  fixedName?: boolean;
  /** Nobody takes their own rights away by accident. */
  fixedRole?: boolean;
  /** The caller shows something else after it worked. */
  stays?: boolean;
  onSubmit: (data: UserData) => Promise<unknown>;
  onClose: () => void;
  /** Further fields. */
  children?: ReactNode;
}

export function UserFormDialog({ title, description, submitLabel, initial, fixedName, fixedRole, stays, onSubmit, onClose, children }: UserFormDialogProps) {
  const [data, setData] = useState({ ...initial, role: initial.role as Role });
  const form = useId();
  const send = useMutation({
    mutationFn: () => onSubmit(data),
    onSuccess: () => {
      if (!stays) onClose();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(send.error, ["username", "email", "display_name", "role"]);
  const change = (changes: Partial<UserData>) => setData({ ...data, ...changes });

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
          <Button type="submit" form={form} variant="primary" pending={send.isPending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("Name")} error={problems.display_name}>
          {(control) => <Input {...control} value={data.display_name} onChange={(event) => change({ display_name: event.target.value })} autoComplete="off" maxLength={200} />}
        </Field>
        {!fixedName && (
          <Field label={t("User name")} error={problems.username}>
            {(control) => <Input {...control} value={data.username} onChange={(event) => change({ username: event.target.value })} required autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={64} />}
          </Field>
        )}
        <Field label={t("E-mail address")} error={problems.email}>
          {(control) => <Input {...control} type="email" value={data.email} onChange={(event) => change({ email: event.target.value })} required autoComplete="off" maxLength={254} />}
        </Field>
        <Field label={t("Role")} error={problems.role} hint={fixedRole ? t("Another administrator can change your role.") : INSTALLATION_ROLES[data.role]?.may}>
          {(control) => <Select {...control} className="w-full" disabled={fixedRole} value={data.role} options={optionsOf(INSTALLATION_ROLES)} onValueChange={(role) => change({ role: role as Role })} />}
        </Field>
        {children}
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
