import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input, Textarea } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { useState, type SubmitEvent } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { plural } from "@verbatim/ui/format";
import type { Project } from "@/lib/types";
import { daysOf } from "@/features/trash/undo";
import { useTrashDays } from "@/lib/catalog";
import { useDeleteProject, useSaveProject } from "./api";

interface ProjectDialogProps {
  /** Null makes a new one. */
  project: Project | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}

export function ProjectDialog({ project, onClose, onSaved }: ProjectDialogProps) {
  const [name, setName] = useState(project?.name ?? "");
  const [description, setDescription] = useState(project?.description ?? "");
  const save = useSaveProject();

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim() === "" || save.isPending) return;
    const done = ({ id }: { id: string }) => {
      onClose();
      onSaved?.(id);
    };
    save.mutate({ id: project?.id ?? null, name: name.trim(), description: description.trim() || null }, { onSuccess: done });
  }

  return (
    <Dialog open onOpenChange={onClose} title={project ? "Edit project" : "New project"}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Field label="Name" error={save.error ? messageOf(save.error) : undefined}>
          {(control) => <Input {...control} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="Description" hint="Optional">
          {(control) => <Textarea {...control} value={description} maxLength={2000} onChange={(event) => setDescription(event.target.value)} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={save.isPending} disabled={name.trim() === ""}>
            {project ? "Save" : "Create project"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function DeleteProjectDialog({ project, onClose, onDeleted }: { project: Project; onClose: () => void; onDeleted?: () => void }) {
  const [deleteFiles, setDeleteFiles] = useState(false);
  const remove = useDeleteProject();
  const n = project.recording_count;
  const kept = n === 0 ? "It holds no recordings." : `Its ${plural(n, "recording")} stay and can be found under Recordings.`;
  const days = useTrashDays();
  const gone = `Its ${plural(n, "recording")}, with audio and transcripts, will ${days > 0 ? `go to the trash for ${daysOf(days)}. The project itself cannot be restored.` : "be deleted too. This cannot be undone."}`;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Delete the project “${project.name}”?`}
      description={deleteFiles ? gone : kept}
      confirmLabel={deleteFiles ? `Delete project and ${plural(n, "recording")}` : "Delete project"}
      onConfirm={async () => {
        await remove.mutateAsync({ id: project.id, deleteFiles });
        toast("success", "Project deleted");
        onDeleted?.();
      }}
    >
      {n > 0 && (
        <div className="flex items-center gap-2.5 text-sm">
          <Checkbox checked={deleteFiles} onCheckedChange={setDeleteFiles} label="Delete the recordings too" />
          <span aria-hidden="true">Delete the recordings too</span>
        </div>
      )}
    </ConfirmDialog>
  );
}
