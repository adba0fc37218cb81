import { Checkbox } from "@verbatim/ui/checkbox";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field, Input } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useState } from "react";
import { navigate } from "@/lib/navigate";
import { beginAt } from "@/lib/session";
import { deleteTeam, useRefreshTeams, type Team } from "./api";

/** Repeating the name is the confirmation, and content goes only if that is said too. */
export function DeleteTeamDialog({ team, isActive, onClose }: { team: Team; isActive: boolean; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [withContent, setWithContent] = useState(false);
  const refresh = useRefreshTeams();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Delete {team}?", { team: team.name })}
      description={t("All members lose the team within seconds. This cannot be undone.")}
      confirmLabel={t("Delete the team")}
      onConfirm={async () => {
        await deleteTeam(team.id, typed, withContent);
        if (isActive) return beginAt("/");
        toast("success", t("{team} was deleted.", { team: team.name }));
        void refresh();
        navigate("/admin/teams");
      }}
    >
      <div className="mt-1 flex items-start gap-3 text-sm">
        <span className="mt-0.5">
          <Checkbox label={t("Delete recordings and transcripts too")} checked={withContent} onCheckedChange={setWithContent} />
        </span>
        <span aria-hidden="true">{t("Delete its recordings and transcripts too. Without this only an empty team is deleted.")}</span>
      </div>
      <Field label={<>{rich("Type the name of the team: {team}", { team: team.name })}</>}>
        {(control) => <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />}
      </Field>
    </ConfirmDialog>
  );
}
