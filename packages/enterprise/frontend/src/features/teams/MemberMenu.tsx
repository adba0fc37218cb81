import { IconButton } from "@verbatim/ui/icon-button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Menu, MenuItem } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { Crown, Ellipsis, LogOut, UserMinus } from "lucide-react";
import { useState } from "react";
import { beginAt, nameOf, type Me } from "@/lib/session";
import { leaveTeam, removeMember, transferTeam, useRefreshTeams, type Member, type Team } from "./api";

type Asked = "remove" | "leave" | "transfer" | null;

export function MemberMenu({ me, team, member }: { me: Me; team: Team; member: Member }) {
  const [asked, setAsked] = useState<Asked>(null);
  const isMe = member.user_id === me.id;
  const owns = team.allowed.includes("manage_owners");
  const removes = !isMe && team.allowed.includes(member.role === "owner" ? "manage_owners" : "manage_members");
  const transfers = !isMe && owns && member.role !== "owner" && member.is_active;
  if (!isMe && !removes && !transfers) return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${nameOf(member)}`}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {transfers && (
          <MenuItem onSelect={() => setAsked("transfer")}>
            <Crown aria-hidden="true" />
            Make them the owner
          </MenuItem>
        )}
        {removes && (
          <MenuItem destructive onSelect={() => setAsked("remove")}>
            <UserMinus aria-hidden="true" />
            Remove from the team
          </MenuItem>
        )}
        {isMe && (
          <MenuItem destructive onSelect={() => setAsked("leave")}>
            <LogOut aria-hidden="true" />
            Leave the team
          </MenuItem>
        )}
      </Menu>
      <Questions team={team} member={member} asked={asked} onDone={() => setAsked(null)} />
    </>
  );
}

function Questions({ team, member, asked, onDone }: { team: Team; member: Member; asked: Asked; onDone: () => void }) {
  const refresh = useRefreshTeams();
  const name = nameOf(member);
  const close = (open: boolean) => !open && onDone();
  return (
    <>
      <ConfirmDialog
        open={asked === "remove"}
        onOpenChange={close}
        title={`Remove ${name}?`}
        description={`They lose everything in ${team.name} within seconds, on all devices. What they recorded stays with the team.`}
        confirmLabel="Remove"
        onConfirm={async () => {
          await removeMember(team.id, member.user_id);
          toast("success", `${name} is no longer a member.`);
          void refresh();
        }}
      />
      <ConfirmDialog
        open={asked === "leave"}
        onOpenChange={close}
        title={`Leave ${team.name}?`}
        description="You lose everything in this team at once. To come back you need an invitation."
        confirmLabel="Leave"
        onConfirm={async () => {
          await leaveTeam(team.id);
          beginAt("/");
        }}
      />
      <ConfirmDialog
        open={asked === "transfer"}
        onOpenChange={close}
        destructive={false}
        title={`Make ${name} the owner?`}
        description={`${name} may then do everything with ${team.name}, also delete it. If you own it now, you stay as an admin.`}
        confirmLabel="Hand over"
        onConfirm={async () => {
          await transferTeam(team.id, member.user_id);
          toast("success", `${name} owns ${team.name} now.`);
          void refresh();
        }}
      />
    </>
  );
}
