import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { AppLink } from "@/components/AppLink";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { withParams } from "@/lib/location";
import { ROLES } from "@/lib/roles";
import { nameOf } from "@/lib/session";
import { addMember, useRefreshTeams, type Team, type TeamRole } from "./api";
import { rolesFor } from "./RoleCell";

export function AddMemberDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<TeamRole>("member");
  const form = useId();
  const refresh = useRefreshTeams();
  const send = useMutation({
    mutationFn: () => addMember(team.id, name.trim(), role),
    onSuccess: (member) => {
      toast("success", t("{member} is a member of {team} now.", { member: nameOf(member), team: team.name }));
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(send.error, ["username"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Add a member")}
      description={
        <>
          {rich("For people with an account on this server. {appLink}", { appLink: <AppLink href={`${location.pathname}${withParams(location.search, { tab: "invitations", search: null, page: null })}`} onClick={onClose} className="font-medium text-primary hover:underline">
            {t("Invite everybody else")}
          </AppLink> })}
          .
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={send.isPending}>
            {t("Add")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("User name or e-mail address")} error={problems.username}>
          {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} required autoCapitalize="none" spellCheck={false} autoComplete="off" />}
        </Field>
        <Field label={t("Role")} hint={ROLES[role]?.may}>
          {(control) => <Select {...control} className="w-full" value={role} options={rolesFor(team)} onValueChange={(value) => setRole(value as TeamRole)} />}
        </Field>
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
