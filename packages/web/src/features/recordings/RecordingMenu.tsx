import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { Ban, Download, Ellipsis, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { TranscribeDialog } from "@/features/transcription/late";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { downloadPath, isRunning, useCancelRecording } from "./api";
import { DeleteDialog, RenameDialog } from "./dialogs";

/** What can be done with the recording whose page this is. */
export function RecordingMenu({ recording }: { recording: Recording }) {
  const [dialog, setDialog] = useState<"rename" | "delete" | "transcribe" | null>(null);
  const cancel = useCancelRecording();
  const navigate = useNavigate();
  const mayUpdate = usePermission("recording:update");
  const mayRename = mayUpdate && !recording.held;
  // The first text of what is held may still be made; another one would take its place.
  const mayTranscribe = mayUpdate && !(recording.held && recording.transcript_id);
  const mayDelete = usePermission("recording:delete") && !recording.held;
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        trigger={
          <Button size="icon" aria-label={t("More for this recording")}>
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        {mayRename && (
          <MenuItem onSelect={() => setDialog("rename")}>
            <Pencil aria-hidden="true" />
            {t("Rename")}
          </MenuItem>
        )}
        <MenuItem asChild>
          <a href={downloadPath(recording.id)} download>
            <Download aria-hidden="true" />
            {t("Download audio")}
          </a>
        </MenuItem>
        {mayUpdate && isRunning(recording) && (
          <MenuItem onSelect={() => cancel.mutate(recording.id)}>
            <Ban aria-hidden="true" />
            {t("Cancel transcription")}
          </MenuItem>
        )}
        {mayTranscribe && !isRunning(recording) && (
          <MenuItem onSelect={() => setDialog("transcribe")}>
            <RefreshCw aria-hidden="true" />
            {recording.transcript_id ? t("Transcribe again…") : t("Transcribe…")}
          </MenuItem>
        )}
        {recording.held && <MenuLabel>{t("Under legal hold: neither changed nor deleted")}</MenuLabel>}
        {mayDelete && <MenuSeparator />}
        {mayDelete && (
          <MenuItem destructive onSelect={() => setDialog("delete")}>
            <Trash2 aria-hidden="true" />
            {t("Delete")}
          </MenuItem>
        )}
      </Menu>
      <RenameDialog recording={recording} open={dialog === "rename"} onOpenChange={close} />
      {dialog === "transcribe" && <TranscribeDialog recordings={[recording]} onClose={close} />}
      <DeleteDialog recordings={[recording]} open={dialog === "delete"} onOpenChange={close} onDeleted={() => void navigate("/recordings", { replace: true })} />
    </>
  );
}
