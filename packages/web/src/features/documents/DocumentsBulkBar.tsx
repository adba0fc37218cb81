import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { plural } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { FolderClosed, Trash2, X } from "lucide-react";
import { useState } from "react";
import { ProjectPicker } from "@/components/ProjectPicker";
import { daysOf, useUndo } from "@/features/trash/undo";
import { usePermission, useTrashDays } from "@/lib/catalog";
import type { DocumentFile } from "@/lib/types";
import { useAssignDocuments, useDeleteDocuments } from "./api";

const NO_PROJECT = { id: "", name: "No project" };

/** What can be done with the selected documents; there only while some are selected. */
export function DocumentsBulkBar({ ids, rows, onDone }: { ids: readonly string[]; rows: readonly DocumentFile[]; onDone: () => void }) {
  const [deleting, setDeleting] = useState(false);
  const mayDelete = usePermission("document:delete");
  const mayAssign = usePermission("project:update");
  const assign = useAssignDocuments();
  const remove = useDeleteDocuments();
  const days = useTrashDays();
  const undo = useUndo();
  const held = rows.filter((row) => row.held && ids.includes(row.id)).length;
  if (ids.length === 0) return null;
  const choose = ({ id, name }: { id: string; name: string }) => {
    const message = id === "" ? `${plural(ids.length, "document")} taken out of their projects` : `${plural(ids.length, "document")} put into ${name}`;
    assign.mutate({ ids, projectId: id || null }, { onSuccess: () => (toast("success", message), onDone()) });
  };
  return (
    <div
      role="toolbar"
      aria-label="Selected documents"
      className="fixed inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-2rem)] animate-slide flex-wrap items-center gap-1.5 rounded-xl border border-border bg-card p-1.5 ps-4 shadow-pop lg:left-60"
    >
      <p role="status" className="me-2 text-sm font-medium tabular-nums">
        {ids.length} selected
        {held > 0 && <span className="ms-2 font-normal text-muted-foreground">{held} under legal hold</span>}
      </p>
      {mayAssign && (
        <ProjectPicker
          first={NO_PROJECT}
          onChoose={choose}
          trigger={
            <Button variant="ghost" pending={assign.isPending}>
              <FolderClosed aria-hidden="true" />
              Project
            </Button>
          }
        />
      )}
      {mayDelete && held === 0 && (
        <Button variant="ghost" className="text-destructive" onClick={() => setDeleting(true)}>
          <Trash2 aria-hidden="true" />
          Delete
        </Button>
      )}
      <Button variant="subtle" size="icon" aria-label="Clear the selection" onClick={onDone}>
        <X aria-hidden="true" />
      </Button>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={`Delete ${plural(ids.length, "document")}?`}
        description={
          days > 0
            ? `The files, their text and the notes on them will lie in the trash for ${daysOf(days)}, and can be restored from there.`
            : "The files, their text and the notes on them are deleted. They cannot be brought back."
        }
        confirmLabel="Delete"
        onConfirm={async () => {
          await remove.mutateAsync(ids);
          toast("success", `${plural(ids.length, "document")} deleted`, undo(ids));
          onDone();
        }}
      />
    </div>
  );
}
