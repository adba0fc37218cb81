import { exactTime } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { OnceDialog } from "@/components/OnceDialog";
import { SecretField } from "@/components/SecretField";
import type { InviteWithLink } from "./api";

const mailed: Record<string, string> = {
  queued: t("It is on its way by mail. You can pass the link on besides."),
  not_wanted: t("Pass this link on to whom it is for."),
  not_set_up: t("This server sends no mail: pass this link on yourself."),
};

/** The only time the link is known. */
export function InviteLinkDialog({ invite, onClose }: { invite: InviteWithLink; onClose: () => void }) {
  const link = invite.link ?? `${location.origin}/invite#${invite.token}`;
  return (
    <OnceDialog
      onClose={onClose}
      title={t("The invitation is ready")}
      description={invite.email ? t("For {email}. {mail}", { email: invite.email, mail: mailed[invite.mail] ?? "" }) : t("Whoever opens the link first joins the team. Pass it on to one person.")}
    >
      <SecretField label={t("Invitation link")} value={link} hint={t("Shown only now. Works once, until {expires_at}.", { expires_at: exactTime(invite.expires_at) })} />
    </OnceDialog>
  );
}
