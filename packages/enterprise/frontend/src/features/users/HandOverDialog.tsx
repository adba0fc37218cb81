import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field } from "@verbatim/ui/field";
import type { Choice } from "@verbatim/ui/picker";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { nameOf } from "@/lib/session";
import { useRefreshUsers, type User } from "./api";
import { HeirPicker } from "./HeirPicker";
import { handOver } from "./people";

/** Gives the teams that only this person owns another owner, with all that is in them. */
export function HandOverDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [heir, setHeir] = useState<Choice | null>(null);
  const refresh = useRefreshUsers();
  const name = nameOf(user);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Hand over what {name} is responsible for?", { name })}
      description={t("Recordings and transcripts belong to teams and stay there. Every team that nobody else owns gets another owner, who then sees all of it.")}
      confirmLabel={t("Hand over")}
      destructive={false}
      ready={heir !== null}
      onConfirm={async () => {
        if (!heir) return;
        const { teams } = await handOver(user.id, heir.id);
        toast("success", teams.length > 0 ? t("Handed over: {teams}.", { teams: teams.join(", ") }) : t("There is no team that only {name} owns.", { name }));
        void refresh();
      }}
    >
      <Field label={t("Who takes over")}>
        {(control) => <HeirPicker control={control} user={user} heir={heir} nobody={t("Choose somebody")} onChoose={setHeir} />}
      </Field>
    </ConfirmDialog>
  );
}
