import { exactTime } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { OnceDialog } from "@/components/OnceDialog";
import { SecretField } from "@/components/SecretField";
import type { Schemas } from "@/lib/client";
import { nameOf } from "@/lib/session";
import type { User } from "./api";

export type ResetLink = Schemas["ResetLink"];

interface ResetLinkDialogProps {
  user: User;
  link: ResetLink;
  isNew?: boolean;
  onClose: () => void;
}

export function ResetLinkDialog({ user, link, isNew, onClose }: ResetLinkDialogProps) {
  const name = nameOf(user);
  return (
    <OnceDialog
      onClose={onClose}
      title={isNew ? t("The account of {name} is ready", { name }) : t("A new password for {name}", { name })}
      description={t("Pass this link on to {name}, and to nobody else: whoever opens it chooses the password.", { name })}
    >
      <SecretField label={t("Link")} value={new URL(link.url, location.origin).href} hint={t("Shown only now. Works once, until {expires_at}.", { expires_at: exactTime(link.expires_at) })} />
    </OnceDialog>
  );
}
