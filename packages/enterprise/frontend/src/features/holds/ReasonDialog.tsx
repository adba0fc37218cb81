import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field, Textarea } from "@verbatim/ui/field";
import { PickerButton, type Choice } from "@verbatim/ui/picker";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useState, type ReactNode } from "react";
import { ProjectPicker } from "@/components/ProjectPicker";
import { liftHold, placeHold, useRefreshHolds, type Hold, type Target } from "./api";

interface ReasonDialogProps {
  title: string;
  description: string;
  confirmLabel: string;
  done: string;
  destructive?: boolean;
  onReason: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/** A hold neither begins nor ends without a reason: it is what the audit log shows later. */
function ReasonDialog({ title, description, confirmLabel, done, destructive = false, onReason, onClose, children }: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const refresh = useRefreshHolds();
  return (
    <ConfirmDialog
      open
      destructive={destructive}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      confirmLabel={confirmLabel}
      onConfirm={async () => {
        if (reason.trim().length < 3) throw new Error(t("Say why in a few words."));
        await onReason(reason);
        toast("success", done);
        await refresh();
      }}
    >
      {children}
      <Field label={t("Reason")} hint={t("Those who run the team see it, and the audit log keeps it.")}>
        {(control) => <Textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} required />}
      </Field>
    </ConfirmDialog>
  );
}

export function PlaceDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  return (
    <ReasonDialog
      title={t("Put this recording under legal hold?")}
      description={t("Nobody can delete or change it, its transcripts or its speakers until the hold is lifted. Retention rules leave it alone.")}
      confirmLabel={t("Place the hold")}
      done={t("The hold is placed.")}
      onReason={(reason) => placeHold(target, reason)}
      onClose={onClose}
    />
  );
}

export function HoldProjectDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<Choice | null>(null);
  const name = chosen?.name ?? t("Choose a project");
  return (
    <ReasonDialog
      title={t("Put a project under legal hold?")}
      description={t("Nobody can delete or change the project or anything that is in it until the hold is lifted. What is added later is held too.")}
      confirmLabel={t("Place the hold")}
      done={t("The hold is placed.")}
      onReason={(reason) => (chosen ? placeHold({ kind: "project", id: chosen.id }, reason) : Promise.reject(new Error(t("Choose a project."))))}
      onClose={onClose}
    >
      <Field label={t("Project")}>
        {(control) => (
          <ProjectPicker
            chosen={chosen ? [chosen.id] : []}
            onChoose={setChosen}
            trigger={
              <PickerButton {...control} aria-label={t("Project: {name}", { name })}>
                {name}
              </PickerButton>
            }
          />
        )}
      </Field>
    </ReasonDialog>
  );
}

export function LiftDialog({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  return (
    <ReasonDialog
      destructive
      title={t("Lift the hold on {title}?", { title: hold.title ?? t("what you do not see") })}
      description={t("What no other hold is on can be changed and deleted again, also by retention rules.")}
      confirmLabel={t("Lift the hold")}
      done={t("The hold was lifted.")}
      onReason={(reason) => liftHold(hold.id, reason)}
      onClose={onClose}
    />
  );
}
