import { toast } from "@verbatim/ui/toast";
import { updateUser, useRefreshUsers, type User } from "./api";
import { UserFormDialog } from "./UserFormDialog";

export function EditUserDialog({ user, isMe, onClose }: { user: User; isMe: boolean; onClose: () => void }) {
  const refresh = useRefreshUsers();
  return (
    <UserFormDialog
      title={`Edit ${user.username}`}
      submitLabel="Save"
      initial={{ username: user.username, email: user.email, display_name: user.display_name ?? "", role: user.role }}
      fixedName
      fixedRole={isMe}
      onClose={onClose}
      onSubmit={async ({ email, display_name, role }) => {
        await updateUser(user.id, { email, display_name, ...(isMe ? {} : { role }) });
        toast("success", "The account was changed.");
        await refresh();
      }}
    />
  );
}
