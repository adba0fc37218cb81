import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field } from "@verbatim/ui/field";
import type { Choice } from "@verbatim/ui/picker";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { nameOf } from "@/lib/session";
import { deleteUser, useRefreshUsers, type User } from "./api";
import { HeirPicker } from "./HeirPicker";

/** Content belongs to teams and stays; teams that the person alone owns go to somebody else. */
export function DeleteUserDialog({ user, mayHandOver, onClose }: { user: User; mayHandOver: boolean; onClose: () => void }) {
  const [heir, setHeir] = useState<Choice | null>(null);
  const refresh = useRefreshUsers();
  const owns = user.teams.filter(({ role }) => role === "owner");
  const name = nameOf(user);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Delete the account of {name}?", { name })}
      description={t("They are signed out everywhere and cannot come back. Recordings and transcripts belong to teams and stay there. To keep the account for later, deactivate it instead.")}
      confirmLabel={t("Delete the account")}
      onConfirm={async () => {
        toast("success", (await deleteUser(user.id, heir?.id)).message);
        void refresh();
      }}
    >
      {mayHandOver && owns.length > 0 && (
        <Field label={t("Who takes over the teams")} hint={t("{name} owns {owns}. Where nobody else does, this person becomes the owner.", { name, owns: owns.map((team) => team.name).join(", ") })}>
          {(control) => <HeirPicker control={control} user={user} heir={heir} nobody={t("Nobody: other owners are there")} onChoose={setHeir} />}
        </Field>
      )}
    </ConfirmDialog>
  );
}
