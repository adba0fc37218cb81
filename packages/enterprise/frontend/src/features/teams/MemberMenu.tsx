import { IconButton } from "@verbatim/ui/icon-button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Menu, MenuItem } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
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
          <IconButton label={t("Actions for {member}", { member: nameOf(member) })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {transfers && (
          <MenuItem onSelect={() => setAsked("transfer")}>
            <Crown aria-hidden="true" />
            {t("Make them the owner")}
          </MenuItem>
        )}
        {removes && (
          <MenuItem destructive onSelect={() => setAsked("remove")}>
            <UserMinus aria-hidden="true" />
            {t("Remove from the team")}
          </MenuItem>
        )}
        {isMe && (
          <MenuItem destructive onSelect={() => setAsked("leave")}>
            <LogOut aria-hidden="true" />
            {t("Leave the team")}
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
        title={t("Remove {name}?", { name })}
        description={t("They lose everything in {team} within seconds, on all devices. What they recorded stays with the team.", { team: team.name })}
        confirmLabel={t("Remove")}
        onConfirm={async () => {
          await removeMember(team.id, member.user_id);
          toast("success", t("{name} is no longer a member.", { name }));
          void refresh();
        }}
      />
      <ConfirmDialog
        open={asked === "leave"}
        onOpenChange={close}
        title={t("Leave {team}?", { team: team.name })}
        description={t("You lose everything in this team at once. To come back you need an invitation.")}
        confirmLabel={t("Leave")}
        onConfirm={async () => {
          await leaveTeam(team.id);
          beginAt("/");
        }}
      />
      <ConfirmDialog
        open={asked === "transfer"}
        onOpenChange={close}
        destructive={false}
        title={t("Make {name} the owner?", { name })}
        description={t("{name} may then do everything with {team}, also delete it. If you own it now, you stay as an admin.", { name, team: team.name })}
        confirmLabel={t("Hand over")}
        onConfirm={async () => {
          await transferTeam(team.id, member.user_id);
          toast("success", t("{name} owns {team} now.", { name, team: team.name }));
          void refresh();
        }}
      />
    </>
  );
}
