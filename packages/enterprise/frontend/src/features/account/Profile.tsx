import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { LanguageChoice } from "@verbatim/ui/language-choice";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { Section } from "@/components/Section";
import { problemsOf } from "@/lib/fields";
import { INSTALLATION_ROLES } from "@/lib/roles";
import { changeName, useRefreshAccount } from "./api";
import type { Me } from "@/lib/session";

export function Profile({ me }: { me: Me }) {
  const [name, setName] = useState(me.display_name ?? "");
  const refresh = useRefreshAccount();
  const send = useMutation({
    mutationFn: () => changeName(name),
    onSuccess: () => {
      toast("success", t("Your name was changed."));
      return refresh();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(send.error, ["display_name"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  }

  return (
    <Section title={t("Profile")} purpose={t("How colleagues see you. An administrator can change your address.")} actions={<Badge>{INSTALLATION_ROLES[me.role]?.label ?? me.role}</Badge>}>
      <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <Field label={t("Your name")} error={problems.display_name} className="sm:col-span-2">
          {(control) => (
            <span className="flex gap-2">
              <Input {...control} value={name} onChange={(event) => setName(event.target.value)} autoComplete="name" maxLength={200} placeholder={me.username} />
              <Button type="submit" variant="primary" pending={send.isPending} disabled={name === (me.display_name ?? "")}>
                {t("Save")}
              </Button>
            </span>
          )}
        </Field>
        <Field label={t("User name")}>{(control) => <Input {...control} readOnly value={me.username} className="bg-muted!" />}</Field>
        <Field label={t("E-mail address")}>{(control) => <Input {...control} readOnly value={me.email} className="bg-muted!" />}</Field>
        <Field label={t("Language of the pages")} hint={t("Kept in this browser.")}>
          {(control) => <LanguageChoice {...control} className="w-full" />}
        </Field>
        <div className="sm:col-span-2 empty:hidden">
          <FormError message={problems.form} />
        </div>
      </form>
    </Section>
  );
}
