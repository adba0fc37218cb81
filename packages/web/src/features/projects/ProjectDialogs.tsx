import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input, Textarea } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { useState, type SubmitEvent } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { plural, t } from "@verbatim/ui/texts";
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
    <Dialog open onOpenChange={onClose} title={project ? t("Edit project") : t("New project")}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Field label={t("Name")} error={save.error ? messageOf(save.error) : undefined}>
          {(control) => <Input {...control} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t("Description")} hint={t("Optional")}>
          {(control) => <Textarea {...control} value={description} maxLength={2000} onChange={(event) => setDescription(event.target.value)} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" pending={save.isPending} disabled={name.trim() === ""}>
            {project ? t("Save") : t("Create project")}
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
  const kept = n === 0 ? t("It holds no recordings.") : t("Its {count} stay and can be found under Recordings.", { count: plural(n, { one: "{count} recording", other: "{count} recordings" }) });
  const days = useTrashDays();
  const gone = t("Its {count}, with audio and transcripts, will {value}", { count: plural(n, { one: "{count} recording", other: "{count} recordings" }), value: days > 0 ? t("go to the trash for {days}. The project itself cannot be restored.", { days: daysOf(days) }) : t("be deleted too. This cannot be undone.") });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("Delete the project “{project}”?", { project: project.name })}
      description={deleteFiles ? gone : kept}
      confirmLabel={deleteFiles ? t("Delete project and {count}", { count: plural(n, { one: "{count} recording", other: "{count} recordings" }) }) : t("Delete project")}
      onConfirm={async () => {
        await remove.mutateAsync({ id: project.id, deleteFiles });
        toast("success", t("Project deleted"));
        onDeleted?.();
      }}
    >
      {n > 0 && (
        <div className="flex items-center gap-2.5 text-sm">
          <Checkbox checked={deleteFiles} onCheckedChange={setDeleteFiles} label={t("Delete the recordings too")} />
          <span aria-hidden="true">{t("Delete the recordings too")}</span>
        </div>
      )}
    </ConfirmDialog>
  );
}
