import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { ROLES } from "@/lib/roles";
import { createInvite, useRefreshTeams, type InviteWithLink, type Team, type TeamRole } from "./api";
import { rolesFor } from "./RoleCell";

const DAYS = ["1", "7", "30", "90"].map((value) => ({ value, label: value === "1" ? t("1 day") : t("{value} days", { value }) }));

interface InviteDialogProps {
  team: Team;
  onClose: () => void;
  onMade: (invite: InviteWithLink) => void;
}

export function InviteDialog({ team, onClose, onMade }: InviteDialogProps) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<TeamRole>("member");
  const [bound, setBound] = useState(true);
  const [days, setDays] = useState("7");
  const form = useId();
  const refresh = useRefreshTeams();
  const send = useMutation({
    mutationFn: () => createInvite(team.id, { email: email.trim() || null, bound: email.trim() ? bound : false, role, expires_in_days: Number(days), send: true }),
    onSuccess: (made) => {
      void refresh();
      onClose();
      onMade(made);
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(send.error, ["email", "role"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Invite to {team}", { team: team.name })}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={send.isPending}>
            {t("Make the invitation")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("E-mail address")} error={problems.email} hint={t("Leave it empty for a link that you pass on yourself.")}>
          {(control) => <Input {...control} type="email" value={email} onChange={(event) => setEmail(event.target.value)} autoComplete="off" maxLength={254} />}
        </Field>
        {email.trim() && <Checkbox label={t("Only for an account with this address")} checked={bound} onCheckedChange={setBound} />}
        <Field label={t("Role")} error={problems.role} hint={ROLES[role]?.may}>
          {(control) => <Select {...control} className="w-full" value={role} options={rolesFor(team)} onValueChange={(value) => setRole(value as TeamRole)} />}
        </Field>
        <Field label={t("Valid for")}>{(control) => <Select {...control} className="w-full" value={days} options={DAYS} onValueChange={setDays} />}</Field>
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
