import { useState } from "react";
import { createUser, makeResetLink, useRefreshUsers, type User } from "./api";
import { ResetLinkDialog, type ResetLink } from "./ResetLinkDialog";
import { UserFormDialog } from "./UserFormDialog";

/** The account has no password: a link lets its owner choose one, so that nobody else ever knows it. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<{ user: User; link: ResetLink } | null>(null);
  const refresh = useRefreshUsers();
  if (made) return <ResetLinkDialog user={made.user} link={made.link} isNew onClose={onClose} />;
  return (
    <UserFormDialog
      title="New account"
      description="It can be used at once. You get a link with which its owner chooses a password."
      submitLabel="Make the account"
      initial={{ username: "", email: "", display_name: "", role: "user" }}
      stays
      onClose={onClose}
      onSubmit={async ({ display_name, ...data }) => {
        const user = await createUser({ ...data, display_name: display_name || null });
        void refresh();
        setMade({ user, link: await makeResetLink(user.id) });
      }}
    />
  );
}
