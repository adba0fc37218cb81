import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { FolderLock, Folders } from "lucide-react";
import { useState } from "react";
import { SidePart } from "@/components/SidePart";
import { useMe } from "@/lib/session";
import { placeOfRecordingQuery, workspacesQuery } from "./api";
import { MoveRecordingDialog } from "./MoveRecordingDialog";

/** Beside a transcript: in which workspace the recording lies, and the way to another one. Teams with a single one see nothing of it. */
export function WorkspaceOfRecording({ recordingId }: { recordingId: string }) {
  const [moving, setMoving] = useState(false);
  const me = useMe().data;
  const team = me?.team_id ?? null;
  const workspaces = useQuery({ ...workspacesQuery(team ?? ""), enabled: team !== null }).data?.items ?? [];
  const place = useQuery({ ...placeOfRecordingQuery(recordingId), enabled: workspaces.length > 1 }).data?.workspace_id;
  const workspace = workspaces.find(({ id }) => id === place);
  if (!me || !workspace || workspaces.length < 2) return null;
  const Icon = workspace.is_private ? FolderLock : Folders;
  return (
    <SidePart title={t("Workspace")}>
      <p className="flex items-center gap-2">
        <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        <span dir="auto" className="min-w-0 truncate">{workspace.name}</span>
        {workspace.is_private && <span className="text-muted-foreground">{t("private")}</span>}
      </p>
      {me.permissions.includes("recording:update") && (
        <Button className="self-start" onClick={() => setMoving(true)}>
          {t("Move…")}
        </Button>
      )}
      {moving && <MoveRecordingDialog recordingId={recordingId} from={workspace} others={workspaces.filter(({ id }) => id !== workspace.id)} chosen={me.workspace_id} onClose={() => setMoving(false)} />}
    </SidePart>
  );
}
