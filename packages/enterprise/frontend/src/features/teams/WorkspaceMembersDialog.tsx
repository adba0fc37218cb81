import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Select } from "@verbatim/ui/select";
import { useMutation, useQuery } from "@tanstack/react-query";
import { UserMinus } from "lucide-react";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { Person } from "@/components/Person";
import { Waiting } from "@/components/Waiting";
import { IconButton } from "@verbatim/ui/icon-button";
import { t } from "@verbatim/ui/texts";
import { nameOf, type Me } from "@/lib/session";
import { addWorkspaceMember, membersQuery, removeWorkspaceMember, useRefreshTeams, workspaceMembersQuery, type Member, type Team, type Workspace } from "./api";

interface WorkspaceMembersDialogProps {
  me: Me;
  team: Team;
  workspace: Workspace;
  onClose: () => void;
}

const ALL = 200;

/** Who sees a private workspace. */
export function WorkspaceMembersDialog({ me, team, workspace, onClose }: WorkspaceMembersDialogProps) {
  const listed = useQuery(workspaceMembersQuery(team.id, workspace.id));
  const refresh = useRefreshTeams();
  const remove = useMutation({ mutationFn: (user: string) => removeWorkspaceMember(team.id, workspace.id, user), onSuccess: refresh, meta: { quiet: true } });
  const manages = team.allowed.includes("manage_workspaces");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("Who sees {workspace}", { workspace: workspace.name })} description={t("Nobody else does, whatever their role in the team.")} footer={<Button onClick={onClose}>{t("Done")}</Button>}>
      <Waiting query={listed}>
        {({ items }) => (
          <div className="flex flex-col gap-4">
            <ul className="flex flex-col divide-y divide-border rounded-lg border border-border">
              {items.map((member) => (
                <li key={member.user_id} className="flex items-center justify-between gap-3 px-3 py-2 text-sm">
                  <Person person={member} isMe={member.user_id === me.id} />
                  {(manages || member.user_id === me.id) && (
                    <IconButton label={t("Take {member} off the list", { member: nameOf(member) })} onClick={() => remove.mutate(member.user_id)}>
                      <UserMinus aria-hidden="true" />
                    </IconButton>
                  )}
                </li>
              ))}
            </ul>
            <FormError message={remove.error ? messageOf(remove.error) : undefined} />
            {manages && <AddToWorkspace team={team} workspace={workspace} listed={items} />}
          </div>
        )}
      </Waiting>
    </Dialog>
  );
}

function AddToWorkspace({ team, workspace, listed }: { team: Team; workspace: Workspace; listed: Member[] }) {
  const [chosen, setChosen] = useState("");
  const members = useQuery(membersQuery(team.id, { search: "", page: 1 }, ALL));
  const refresh = useRefreshTeams();
  const add = useMutation({
    mutationFn: () => addWorkspaceMember(team.id, workspace.id, chosen),
    onSuccess: () => {
      setChosen("");
      return refresh();
    },
  });
  const known = new Set(listed.map((member) => member.user_id));
  const others = (members.data?.items ?? []).filter((member) => !known.has(member.user_id));
  if (others.length === 0) return <p className="text-sm text-muted-foreground">{t("All members of the team are on the list.")}</p>;
  return (
    <div className="flex gap-2">
      <Select
        aria-label={t("Member to add")}
        className="min-w-0 flex-1"
        value={chosen}
        options={[{ value: "", label: t("Choose a member") }, ...others.map((member) => ({ value: member.user_id, label: nameOf(member) }))]}
        onValueChange={setChosen}
      />
      <Button variant="primary" disabled={!chosen} pending={add.isPending} onClick={() => add.mutate()}>
        {t("Add")}
      </Button>
    </div>
  );
}
