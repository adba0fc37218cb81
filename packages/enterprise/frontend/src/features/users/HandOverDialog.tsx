import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { useState } from "react";
import { nameOf } from "@/lib/session";
import { useRefreshUsers, type User } from "./api";
import { handOver } from "./people";
import { useHeirs } from "./useHeirs";

/** Gives the teams that only this person owns another owner, with all that is in them. */
export function HandOverDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [heir, setHeir] = useState("");
  const refresh = useRefreshUsers();
  const heirs = useHeirs(user);
  const name = nameOf(user);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Hand over what ${name} is responsible for?`}
      description="Recordings and transcripts belong to teams and stay there. Every team that nobody else owns gets another owner, who then sees all of it."
      confirmLabel="Hand over"
      destructive={false}
      ready={heir !== ""}
      onConfirm={async () => {
        const { teams } = await handOver(user.id, heir);
        toast("success", teams.length > 0 ? `Handed over: ${teams.join(", ")}.` : `There is no team that only ${name} owns.`);
        void refresh();
      }}
    >
      <Field label="Who takes over">
        {(control) => <Select {...control} className="w-full" value={heir} options={[{ value: "", label: "Choose somebody" }, ...heirs]} onValueChange={setHeir} />}
      </Field>
    </ConfirmDialog>
  );
}
