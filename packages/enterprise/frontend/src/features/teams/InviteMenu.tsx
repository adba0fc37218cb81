import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Ban, Ellipsis, RefreshCw } from "lucide-react";
import { useState } from "react";
import { resendInvite, revokeInvite, useRefreshTeams, type Invite, type InviteWithLink, type Team } from "./api";

interface InviteMenuProps {
  team: Team;
  invite: Invite;
  onLink: (invite: InviteWithLink) => void;
}

export function InviteMenu({ team, invite, onLink }: InviteMenuProps) {
  const [revoking, setRevoking] = useState(false);
  const refresh = useRefreshTeams();
  const renew = useMutation({
    mutationFn: () => resendInvite(team.id, invite.id),
    onSuccess: (renewed) => {
      void refresh();
      onLink(renewed);
    },
  });
  if (invite.state !== "pending" && invite.state !== "expired") return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("Actions for the invitation for {email}", { email: invite.email ?? t("whoever has the link") })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => renew.mutate()}>
          <RefreshCw aria-hidden="true" />
          {invite.email ? t("Send it again") : t("Make a new link")}
        </MenuItem>
        {invite.state === "pending" && (
          <MenuItem destructive onSelect={() => setRevoking(true)}>
            <Ban aria-hidden="true" />
            {t("Withdraw")}
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={revoking}
        onOpenChange={setRevoking}
        title={t("Withdraw this invitation?")}
        description={t("Its link stops working at once. Whoever has joined with it already stays.")}
        confirmLabel={t("Withdraw")}
        onConfirm={async () => {
          await revokeInvite(team.id, invite.id);
          toast("success", t("The invitation was withdrawn."));
          void refresh();
        }}
      />
    </>
  );
}
