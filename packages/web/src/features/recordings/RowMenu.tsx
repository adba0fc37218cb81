import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { AudioLines, Ban, Download, Ellipsis, FileText, Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { TranscribeDialog } from "@/features/transcription/late";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { downloadPath, isRunning, useCancelRecording, useRetryRecording } from "./api";
import { DeleteDialog, RenameDialog } from "./dialogs";

export function RowMenu({ recording }: { recording: Recording }) {
  const [dialog, setDialog] = useState<"rename" | "delete" | "transcribe" | null>(null);
  const retry = useRetryRecording();
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
          <Button variant="subtle" size="icon-sm" aria-label={t("More for {title}", { title: recording.title })}>
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem onSelect={() => void navigate(`/recordings/${recording.id}`)}>
          <FileText aria-hidden="true" />
          {t("Open")}
        </MenuItem>
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
        {mayTranscribe && (recording.status === "failed" || recording.status === "cancelled") && (
          <MenuItem onSelect={() => retry.mutate(recording.id)}>
            <RotateCcw aria-hidden="true" />
            {t("Retry transcription")}
          </MenuItem>
        )}
        {mayTranscribe && recording.status === "untranscribed" && (
          <MenuItem onSelect={() => setDialog("transcribe")}>
            <AudioLines aria-hidden="true" />
            {t("Transcribe…")}
          </MenuItem>
        )}
        {recording.held && <MenuLabel>{t("Under legal hold: neither changed nor deleted")}</MenuLabel>}
        {mayDelete && (
          <>
            <MenuSeparator />
            <MenuItem destructive onSelect={() => setDialog("delete")}>
              <Trash2 aria-hidden="true" />
              {t("Delete")}
            </MenuItem>
          </>
        )}
      </Menu>
      <RenameDialog recording={recording} open={dialog === "rename"} onOpenChange={close} />
      {dialog === "transcribe" && <TranscribeDialog recordings={[recording]} onClose={close} />}
      <DeleteDialog recordings={[recording]} open={dialog === "delete"} onOpenChange={close} />
    </>
  );
}
