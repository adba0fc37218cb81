import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { updateUser, useRefreshUsers, type User } from "./api";
import { UserFormDialog } from "./UserFormDialog";

export function EditUserDialog({ user, isMe, onClose }: { user: User; isMe: boolean; onClose: () => void }) {
  const refresh = useRefreshUsers();
  return (
    <UserFormDialog
      title={t("Edit {username}", { username: user.username })}
      submitLabel={t("Save")}
      initial={{ username: user.username, email: user.email, display_name: user.display_name ?? "", role: user.role }}
      fixedName
      fixedRole={isMe}
      onClose={onClose}
      onSubmit={async ({ email, display_name, role }) => {
        await updateUser(user.id, { email, display_name, ...(isMe ? {} : { role }) });
        toast("success", t("The account was changed."));
        await refresh();
      }}
    />
  );
}
