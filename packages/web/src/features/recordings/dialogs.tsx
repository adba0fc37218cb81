import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { useState, type SubmitEvent } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { count } from "@verbatim/ui/format";
import { plural, t } from "@verbatim/ui/texts";
import { useTrashDays } from "@/lib/catalog";
import { daysOf, useUndo } from "@/features/trash/undo";
import { useBulk } from "@/features/bulk/api";
import { useDeleteRecordings, useRenameRecording } from "./api";
import { wishFor, type Target } from "./target";

interface RenameDialogProps {
  recording: { id: string; title: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RenameDialog({ recording, open, onOpenChange }: RenameDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("Rename recording")}>
      <RenameForm recording={recording} close={() => onOpenChange(false)} />
    </Dialog>
  );
}

function RenameForm({ recording, close }: { recording: { id: string; title: string }; close: () => void }) {
  const [title, setTitle] = useState(recording.title);
  const rename = useRenameRecording();
  const unchanged = title.trim() === "" || title.trim() === recording.title;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (unchanged) return close();
    rename.mutate({ id: recording.id, title: title.trim() }, { onSuccess: close });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t("Title")} error={rename.error ? messageOf(rename.error) : undefined}>
        {(control) => <Input {...control} value={title} maxLength={300} onChange={(event) => setTitle(event.target.value)} onFocus={(event) => event.target.select()} />}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={close}>{t("Cancel")}</Button>
        <Button type="submit" variant="primary" pending={rename.isPending} disabled={title.trim() === ""}>
          {t("Rename")}
        </Button>
      </div>
    </form>
  );
}

interface DeleteDialogProps {
  recordings: readonly { id: string; title: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted?: () => void;
}

export function DeleteDialog({ recordings, open, onOpenChange, onDeleted }: DeleteDialogProps) {
  const remove = useDeleteRecordings();
  const days = useTrashDays();
  const undo = useUndo();
  const [only] = recordings;
  const one = recordings.length === 1 && only ? only : null;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={one ? t("Delete “{title}”?", { title: one.title }) : t("Delete {count}?", { count: plural(recordings.length, { one: "{count} recording", other: "{count} recordings" }) })}
      description={
        days > 0
          ? one
            ? t("The audio, the transcript with its corrections and everything else about it will lie in the trash for {days}, and can be restored from there.", { days: daysOf(days) })
            : t("The audio, the transcripts with their corrections and everything else about them will lie in the trash for {days}, and can be restored from there.", { days: daysOf(days) })
          : one
            ? t("The audio, the transcript with its corrections and everything else about it will be deleted. This cannot be undone.")
            : t("The audio, the transcripts with their corrections and everything else about them will be deleted. This cannot be undone.")
      }
      confirmLabel={one ? t("Delete") : t("Delete {recordings}", { recordings: recordings.length })}
      onConfirm={async () => {
        const ids = recordings.map(({ id }) => id);
        await remove.mutateAsync(ids);
        toast("success", one ? t("Recording deleted") : t("{count} deleted", { count: plural(recordings.length, { one: "{count} recording", other: "{count} recordings" }) }), undo(ids));
        onDeleted?.();
      }}
    />
  );
}

interface DeleteAllDialogProps {
  target: Target;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onBegun: () => void;
}

/** Deletes what the filters find, also on other pages, in the background. */
export function DeleteAllDialog({ target, open, onOpenChange, onBegun }: DeleteAllDialogProps) {
  const bulk = useBulk();
  const days = useTrashDays();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Delete all {count} that match?", { count: plural(target.count, { one: "{count} recording", other: "{count} recordings" }) })}
      description={t("{value} What is under a legal hold stays.", { value: days > 0 ? t("They will lie in the trash for {days}, with their transcripts, and can be restored from there.", { days: daysOf(days) }) : t("They will be deleted with their transcripts. This cannot be undone.") })}
      confirmLabel={t("Delete {count}", { count: count(target.count) })}
      onConfirm={async () => {
        await bulk.mutateAsync({ ...wishFor(target), action: "delete" });
        onBegun();
      }}
    />
  );
}
