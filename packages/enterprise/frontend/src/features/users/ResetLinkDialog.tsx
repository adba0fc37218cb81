import { exactTime } from "@verbatim/ui/format";
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
      title={isNew ? `The account of ${name} is ready` : `A new password for ${name}`}
      description={`Pass this link on to ${name}, and to nobody else: whoever opens it chooses the password.`}
    >
      <SecretField label="Link" value={new URL(link.url, location.origin).href} hint={`Shown only now. Works once, until ${exactTime(link.expires_at)}.`} />
    </OnceDialog>
  );
}
