import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { PasswordInput } from "@/components/PasswordInput";
import { PublicPage, TextLink } from "@/components/PublicPage";
import { Waiting } from "@/components/Waiting";
import { askForReset, confirmReset } from "@/features/accounts/api";
import { problemsOf } from "@/lib/fields";
import { useFragment } from "@/lib/location";
import { setupQuery } from "@/lib/session";

const toSignIn = <TextLink href="/login">{t("Back to the sign-in")}</TextLink>;

/** With a link's token: a new password. Without: asking for a link. */
export default function ResetPage() {
  const token = useFragment();
  return token ? <NewPassword key={token} token={token} /> : <AskForLink />;
}

function NewPassword({ token }: { token: string }) {
  const [password, setPassword] = useState("");
  const send = useMutation({ mutationFn: () => confirmReset(token, password), meta: { quiet: true } });
  const problems = problemsOf(send.error, ["password"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  }

  if (send.isSuccess) {
    return (
      <PublicPage title={t("Your password was changed")} purpose={t("You are signed out everywhere. Sign in with the new password.")}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <a href="/login">{t("Sign in")}</a>
        </Button>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("Choose a new password")} purpose={t("The link works once. Afterwards you are signed out on all devices.")} after={toSignIn}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <PasswordInput label={t("New password")} value={password} onChange={setPassword} error={problems.password} fresh />
        <FormError message={problems.form} />
        <Button type="submit" variant="primary" size="lg" pending={send.isPending} className="w-full">
          {t("Set the password")}
        </Button>
      </form>
    </PublicPage>
  );
}

function AskForLink() {
  const setup = useQuery(setupQuery);
  if (setup.data?.sends_mail === false) {
    return (
      <PublicPage title={t("Forgot your password?")} purpose={t("This server sends no mail. Ask an administrator for a link with which you choose a new password.")}>
        {toSignIn}
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("Forgot your password?")} purpose={t("We send you a link with which you choose a new one.")} after={toSignIn}>
      <Waiting query={setup}>{() => <AskForm />}</Waiting>
    </PublicPage>
  );
}

function AskForm() {
  const [name, setName] = useState("");
  const send = useMutation({ mutationFn: () => askForReset(name), meta: { quiet: true } });
  const problems = problemsOf(send.error, ["username"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  }

  if (send.isSuccess) {
    return (
      <div role="status" className="flex items-start gap-3 text-sm leading-relaxed">
        <MailCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-success" />
        <p>{t("If there is such an account, a link is on its way to its e-mail address. It can be used within an hour.")}</p>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("User name or e-mail address")} error={problems.username}>
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} required autoComplete="username" autoCapitalize="none" spellCheck={false} />}
      </Field>
      <FormError message={problems.form} />
      <Button type="submit" variant="primary" size="lg" pending={send.isPending} className="w-full">
        {t("Send the link")}
      </Button>
    </form>
  );
}
