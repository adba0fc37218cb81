import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field, Textarea } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { projectsQuery } from "@/features/retention/api";
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
        if (reason.trim().length < 3) throw new Error("Say why in a few words.");
        await onReason(reason);
        toast("success", done);
        await refresh();
      }}
    >
      {children}
      <Field label="Reason" hint="Those who run the team see it, and the audit log keeps it.">
        {(control) => <Textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} required />}
      </Field>
    </ConfirmDialog>
  );
}

export function PlaceDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  return (
    <ReasonDialog
      title="Put this recording under legal hold?"
      description="Nobody can delete or change it, its transcripts or its speakers until the hold is lifted. Retention rules leave it alone."
      confirmLabel="Place the hold"
      done="The hold is placed."
      onReason={(reason) => placeHold(target, reason)}
      onClose={onClose}
    />
  );
}

export function HoldProjectDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const projects = useQuery(projectsQuery).data?.items ?? [];
  const id = chosen ?? projects[0]?.id;
  return (
    <ReasonDialog
      title="Put a project under legal hold?"
      description="Nobody can delete or change the project or anything that is in it until the hold is lifted. What is added later is held too."
      confirmLabel="Place the hold"
      done="The hold is placed."
      onReason={(reason) => (id ? placeHold({ kind: "project", id }, reason) : Promise.reject(new Error("There is no project yet.")))}
      onClose={onClose}
    >
      <Field label="Project">{(control) => <Select {...control} value={id ?? ""} onValueChange={setChosen} options={projects.map((project) => ({ value: project.id, label: project.name }))} />}</Field>
    </ReasonDialog>
  );
}

export function LiftDialog({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  return (
    <ReasonDialog
      destructive
      title={`Lift the hold on ${hold.title ?? "what you do not see"}?`}
      description="What no other hold is on can be changed and deleted again, also by retention rules."
      confirmLabel="Lift the hold"
      done="The hold was lifted."
      onReason={(reason) => liftHold(hold.id, reason)}
      onClose={onClose}
    />
  );
}
