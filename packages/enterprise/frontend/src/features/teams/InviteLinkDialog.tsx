import { exactTime } from "@verbatim/ui/format";
import { OnceDialog } from "@/components/OnceDialog";
import { SecretField } from "@/components/SecretField";
import type { InviteWithLink } from "./api";

const mailed: Record<string, string> = {
  queued: "It is on its way by mail. You can pass the link on besides.",
  not_wanted: "Pass this link on to whom it is for.",
  not_set_up: "This server sends no mail: pass this link on yourself.",
};

/** The only time the link is known. */
export function InviteLinkDialog({ invite, onClose }: { invite: InviteWithLink; onClose: () => void }) {
  const link = invite.link ?? `${location.origin}/invite#${invite.token}`;
  return (
    <OnceDialog
      onClose={onClose}
      title="The invitation is ready"
      description={invite.email ? `For ${invite.email}. ${mailed[invite.mail] ?? ""}` : "Whoever opens the link first joins the team. Pass it on to one person."}
    >
      <SecretField label="Invitation link" value={link} hint={`Shown only now. Works once, until ${exactTime(invite.expires_at)}.`} />
    </OnceDialog>
  );
}
