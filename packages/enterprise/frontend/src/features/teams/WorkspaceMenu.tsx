import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis, Lock, LockOpen, Pencil, Star, Trash2, Users } from "lucide-react";
import { useState } from "react";
import { NameDialog } from "@/components/NameDialog";
import type { Me } from "@/lib/session";
import { updateWorkspace, useRefreshTeams, type Team, type Workspace } from "./api";
import { DeleteWorkspaceDialog } from "./DeleteWorkspaceDialog";
import { WorkspaceMembersDialog } from "./WorkspaceMembersDialog";

type Asked = "rename" | "members" | "delete" | null;

export function WorkspaceMenu({ me, team, workspace }: { me: Me; team: Team; workspace: Workspace }) {
  const [asked, setAsked] = useState<Asked>(null);
  const refresh = useRefreshTeams();
  const change = useMutation({
    mutationFn: (body: Parameters<typeof updateWorkspace>[2]) => updateWorkspace(team.id, workspace.id, body),
    onSuccess: refresh,
  });
  const close = () => setAsked(null);
  const manages = team.allowed.includes("manage_workspaces");
  if (!manages && !workspace.is_private) return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("Actions for {workspace}", { workspace: workspace.name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {workspace.is_private && (
          <MenuItem onSelect={() => setAsked("members")}>
            <Users aria-hidden="true" />
            {t("Who sees it")}
          </MenuItem>
        )}
        {manages && (
          <>
            <MenuItem onSelect={() => setAsked("rename")}>
              <Pencil aria-hidden="true" />
              {t("Rename")}
            </MenuItem>
            {!workspace.is_default && (
              <>
                <MenuItem onSelect={() => change.mutate({ is_private: !workspace.is_private })}>
                  {workspace.is_private ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
                  {workspace.is_private ? t("Open it to the whole team") : t("Make it private")}
                </MenuItem>
                {!workspace.is_private && (
                  <MenuItem onSelect={() => change.mutate({ is_default: true })}>
                    <Star aria-hidden="true" />
                    {t("Make it the default")}
                  </MenuItem>
                )}
                <MenuSeparator />
                <MenuItem destructive onSelect={() => setAsked("delete")}>
                  <Trash2 aria-hidden="true" />
                  {t("Delete")}
                </MenuItem>
              </>
            )}
          </>
        )}
      </Menu>
      {asked === "rename" && (
        <NameDialog
          title={t("Rename the workspace")}
          label={t("Name")}
          initial={workspace.name}
          submitLabel={t("Rename")}
          onClose={close}
          onSubmit={async (name) => {
            await updateWorkspace(team.id, workspace.id, { name });
            await refresh();
          }}
        />
      )}
      {asked === "members" && <WorkspaceMembersDialog me={me} team={team} workspace={workspace} onClose={close} />}
      {asked === "delete" && <DeleteWorkspaceDialog team={team} workspace={workspace} onClose={close} />}
    </>
  );
}
