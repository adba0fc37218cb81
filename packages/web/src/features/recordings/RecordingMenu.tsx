import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { Ban, Download, Ellipsis, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { downloadPath, isRunning, useCancelRecording } from "./api";
import { DeleteDialog, RenameDialog } from "./dialogs";
import { TranscribeDialog } from "./TranscribeDialog";

/** What can be done with the recording whose page this is. */
export function RecordingMenu({ recording }: { recording: Recording }) {
  const [dialog, setDialog] = useState<"rename" | "delete" | "transcribe" | null>(null);
  const cancel = useCancelRecording();
  const navigate = useNavigate();
  const mayUpdate = usePermission("recording:update");
  const mayDelete = usePermission("recording:delete");
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={
          <Button size="icon" aria-label="More for this recording">
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        {mayUpdate && (
          <MenuItem onSelect={() => setDialog("rename")}>
            <Pencil aria-hidden="true" />
            Rename
          </MenuItem>
        )}
        <MenuItem asChild>
          <a href={downloadPath(recording.id)} download>
            <Download aria-hidden="true" />
            Download audio
          </a>
        </MenuItem>
        {mayUpdate && isRunning(recording) && (
          <MenuItem onSelect={() => cancel.mutate(recording.id)}>
            <Ban aria-hidden="true" />
            Cancel transcription
          </MenuItem>
        )}
        {mayUpdate && !isRunning(recording) && (
          <MenuItem onSelect={() => setDialog("transcribe")}>
            <RefreshCw aria-hidden="true" />
            {recording.transcript_id ? "Transcribe again…" : "Transcribe…"}
          </MenuItem>
        )}
        {mayDelete && <MenuSeparator />}
        {mayDelete && (
          <MenuItem destructive onSelect={() => setDialog("delete")}>
            <Trash2 aria-hidden="true" />
            Delete
          </MenuItem>
        )}
      </Menu>
      <RenameDialog recording={recording} open={dialog === "rename"} onOpenChange={close} />
      {dialog === "transcribe" && <TranscribeDialog recordings={[recording]} onClose={close} />}
      <DeleteDialog recordings={[recording]} open={dialog === "delete"} onOpenChange={close} onDeleted={() => void navigate("/recordings", { replace: true })} />
    </>
  );
}
