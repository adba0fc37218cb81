import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { beginAt } from "@/lib/session";
import { moveRecording, useRefreshTeams, type Workspace } from "./api";
import { WorkspaceField } from "./WorkspaceField";

interface MoveRecordingDialogProps {
  recordingId: string;
  from: Workspace;
  others: Workspace[];
  /** The one workspace that the caller works in, if it is not all of them. */
  chosen: string | null;
  onClose: () => void;
}

/** Who sees the recording afterwards is said before it moves. */
export function MoveRecordingDialog({ recordingId, from, others, chosen, onClose }: MoveRecordingDialogProps) {
  const [target, setTarget] = useState(others[0]);
  const refresh = useRefreshTeams();
  return (
    <ConfirmDialog
      open
      destructive={false}
      onOpenChange={(open) => !open && onClose()}
      title={t("Move to another workspace?")}
      description={t("The recording goes with its transcripts and tags. It leaves the projects that it is in, because they stay in {from}.", { from: from.name })}
      confirmLabel={t("Move")}
      ready={target !== undefined}
      onConfirm={async () => {
        if (!target) return;
        await moveRecording(recordingId, target.id);
        toast("success", t("The recording is in {target} now.", { target: target.name }));
        await refresh();
        if (chosen !== null && chosen !== target.id) beginAt("/"); // it is out of sight until another workspace is chosen
      }}
    >
      <WorkspaceField label={t("Move to")} hint={target && whoSees(target)} workspaces={others} chosen={target} onChoose={setTarget} />
    </ConfirmDialog>
  );
}

const whoSees = ({ name, is_private }: Workspace) => (is_private ? t("Only those who were let into {name} see it then.", { name }) : t("Everybody in the team sees it then."));
