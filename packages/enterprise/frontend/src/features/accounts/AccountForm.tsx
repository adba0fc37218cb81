import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { PasswordInput } from "@/components/PasswordInput";
import { problemsOf } from "@/lib/fields";

export interface AccountData {
  username: string;
  email: string;
  display_name: string | null;
  password: string;
  setup_token: string | null;
}

interface AccountFormProps {
  submitLabel: string;
  /** Given by an invitation: it is for this address. */
  email?: string | null;
  /** For the first account: the token of the link that was opened, "" when it has to be typed. */
  setupToken?: string;
  onSubmit: (data: AccountData) => Promise<unknown>;
}

const EMPTY: AccountData = { username: "", email: "", display_name: null, password: "", setup_token: null };
const FIELDS = Object.keys(EMPTY);

/** A name, an address and a password: whoever makes an account gives the same. */
export function AccountForm({ submitLabel, email, setupToken, onSubmit }: AccountFormProps) {
  const [data, setData] = useState<AccountData>({ ...EMPTY, email: email ?? "", setup_token: setupToken || null });
  const send = useMutation({ mutationFn: onSubmit, meta: { quiet: true } });
  const problems = problemsOf(send.error, FIELDS);
  const change = (changes: Partial<AccountData>) => setData({ ...data, ...changes });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate(data);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {(setupToken === "" || problems.setup_token) && (
        <Field label={t("Set-up token")} error={problems.setup_token} hint={t("The server printed it when it started; “verbatim users setup-token” shows it again.")}>
          {(control) => (
            <Input {...control} value={data.setup_token ?? ""} onChange={(event) => change({ setup_token: event.target.value.trim() })} required autoComplete="off" spellCheck={false} className="font-mono" />
          )}
        </Field>
      )}
      <Field label={t("Your name")} error={problems.display_name} hint={t("As colleagues see it.")}>
        {(control) => <Input {...control} value={data.display_name ?? ""} onChange={(event) => change({ display_name: event.target.value || null })} autoComplete="name" maxLength={200} />}
      </Field>
      <Field label={t("User name")} error={problems.username} hint={t("You sign in with it: letters, digits, dots and hyphens.")}>
        {(control) => (
          <Input {...control} value={data.username} onChange={(event) => change({ username: event.target.value })} required autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} />
        )}
      </Field>
      <Field label={t("E-mail address")} error={problems.email} hint={email ? t("The invitation is for this address.") : undefined}>
        {(control) => <Input {...control} type="email" value={data.email} onChange={(event) => change({ email: event.target.value })} required readOnly={Boolean(email)} autoComplete="email" maxLength={254} />}
      </Field>
      <PasswordInput label={t("Password")} value={data.password} onChange={(password) => change({ password })} error={problems.password} fresh />
      <FormError message={problems.form} />
      <Button type="submit" variant="primary" size="lg" pending={send.isPending} className="mt-1 w-full">
        {submitLabel}
      </Button>
    </form>
  );
}
