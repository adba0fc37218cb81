import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field, Input } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { deleteWorkspace, useRefreshTeams, workspacesQuery, type Team, type Workspace } from "./api";
import { WorkspaceField } from "./WorkspaceField";

interface DeleteWorkspaceDialogProps {
  team: Team;
  workspace: Workspace;
  onClose: () => void;
}

/** Nothing is lost: what lies in the workspace goes to another one, and repeating the name is the confirmation. */
export function DeleteWorkspaceDialog({ team, workspace, onClose }: DeleteWorkspaceDialogProps) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const refresh = useRefreshTeams();
  const { data } = useQuery(workspacesQuery(team.id));
  const others = (data?.items ?? []).filter((other) => other.id !== workspace.id);
  const target = others.find((other) => other.id === chosen) ?? others.find((other) => other.is_default) ?? others[0];
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Delete {workspace}?", { workspace: workspace.name })}
      description={t("Its recordings and projects are kept: they move to another workspace, and whoever sees that one sees them there.")}
      confirmLabel={t("Move and delete")}
      onConfirm={async () => {
        await deleteWorkspace(team.id, workspace.id, target?.id, typed);
        toast("success", target ? t("{workspace} was deleted; what lay in it is in {target}.", { workspace: workspace.name, target: target.name }) : t("{workspace} was deleted.", { workspace: workspace.name }));
        void refresh();
      }}
    >
      <WorkspaceField label={t("Move what lies in it to")} workspaces={others} chosen={target} onChoose={(other) => setChosen(other?.id ?? null)} />
      <Field label={<>{rich("Type the name of the workspace: {workspace}", { workspace: workspace.name })}</>}>
        {(control) => <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />}
      </Field>
    </ConfirmDialog>
  );
}
