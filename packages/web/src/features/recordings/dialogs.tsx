import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { useState, type SubmitEvent } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { count, plural } from "@verbatim/ui/format";
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
    <Dialog open={open} onOpenChange={onOpenChange} title="Rename recording">
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
      <Field label="Title" error={rename.error ? messageOf(rename.error) : undefined}>
        {(control) => <Input {...control} value={title} maxLength={300} onChange={(event) => setTitle(event.target.value)} onFocus={(event) => event.target.select()} />}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" pending={rename.isPending} disabled={title.trim() === ""}>
          Rename
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
      title={one ? `Delete “${one.title}”?` : `Delete ${plural(recordings.length, "recording")}?`}
      description={
        days > 0
          ? `The audio, the transcript with its corrections and everything else about ${one ? "it" : "them"} will lie in the trash for ${daysOf(days)}, and can be restored from there.`
          : `The audio, the transcript with its corrections and everything else about ${one ? "it" : "them"} will be deleted. This cannot be undone.`
      }
      confirmLabel={one ? "Delete" : `Delete ${recordings.length}`}
      onConfirm={async () => {
        const ids = recordings.map(({ id }) => id);
        await remove.mutateAsync(ids);
        toast("success", one ? "Recording deleted" : `${plural(recordings.length, "recording")} deleted`, undo(ids));
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
      title={`Delete all ${plural(target.count, "recording")} that match?`}
      description={`${days > 0 ? `They will lie in the trash for ${daysOf(days)}, with their transcripts, and can be restored from there.` : "They will be deleted with their transcripts. This cannot be undone."} What is under a legal hold stays.`}
      confirmLabel={`Delete ${count(target.count)}`}
      onConfirm={async () => {
        await bulk.mutateAsync({ ...wishFor(target), action: "delete" });
        onBegun();
      }}
    />
  );
}
