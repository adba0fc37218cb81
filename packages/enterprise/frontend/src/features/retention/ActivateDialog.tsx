import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field, Input } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useState } from "react";
import type { Team } from "@/features/teams/api";
import { activateRule, useRefreshRetention, type Rule } from "./api";
import { LivePreview } from "./LivePreview";

interface ActivateDialogProps {
  team: Team;
  rule: Rule;
  graceDays: number;
  onClose: () => void;
}

/** What will go is shown once more, and repeating the team's name is the confirmation. */
export function ActivateDialog({ team, rule, graceDays, onClose }: ActivateDialogProps) {
  const [typed, setTyped] = useState("");
  const refresh = useRefreshRetention();
  const unseen = rule.for_project && !rule.project_id;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Activate the rule?")}
      description={t("It begins in {count} and then runs every day. What it deletes is gone for good, with files and transcripts.", { count: plural(graceDays, { one: "{count} day", other: "{count} days" }) })}
      confirmLabel={t("Activate")}
      onConfirm={async () => {
        await activateRule(team.id, rule.id, typed);
        toast("success", t("The rule is active."));
        await refresh();
      }}
    >
      {!unseen && <LivePreview team={team.id} terms={rule} />}
      <Field label={<>{rich("Type the name of the team: {team}", { team: team.name })}</>}>
        {(control) => <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />}
      </Field>
    </ConfirmDialog>
  );
}
