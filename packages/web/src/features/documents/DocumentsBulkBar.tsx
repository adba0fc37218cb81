import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { FolderClosed, Trash2, X } from "lucide-react";
import { useState } from "react";
import { ProjectPicker } from "@/components/ProjectPicker";
import { daysOf, useUndo } from "@/features/trash/undo";
import { usePermission, useTrashDays } from "@/lib/catalog";
import type { DocumentFile } from "@/lib/types";
import { useAssignDocuments, useDeleteDocuments } from "./api";

const NO_PROJECT = { id: "", name: t("No project") };

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
    const message = id === "" ? t("{count} taken out of their projects", { count: plural(ids.length, { one: "{count} document", other: "{count} documents" }) }) : t("{count} put into {name}", { count: plural(ids.length, { one: "{count} document", other: "{count} documents" }), name });
    assign.mutate({ ids, projectId: id || null }, { onSuccess: () => (toast("success", message), onDone()) });
  };
  return (
    <div
      role="toolbar"
      aria-label={t("Selected documents")}
      className="fixed inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-2rem)] animate-slide flex-wrap items-center gap-1.5 rounded-xl border border-border bg-card p-1.5 ps-4 shadow-pop lg:left-60"
    >
      <p role="status" className="me-2 text-sm font-medium tabular-nums">
        {rich("{ids} selected", { ids: ids.length })}
        {held > 0 && <span className="ms-2 font-normal text-muted-foreground">{rich("{held} under legal hold", { held })}</span>}
      </p>
      {mayAssign && (
        <ProjectPicker
          first={NO_PROJECT}
          onChoose={choose}
          trigger={
            <Button variant="ghost" pending={assign.isPending}>
              <FolderClosed aria-hidden="true" />
              {t("Project")}
            </Button>
          }
        />
      )}
      {mayDelete && held === 0 && (
        <Button variant="ghost" className="text-destructive" onClick={() => setDeleting(true)}>
          <Trash2 aria-hidden="true" />
          {t("Delete")}
        </Button>
      )}
      <Button variant="subtle" size="icon" aria-label={t("Clear the selection")} onClick={onDone}>
        <X aria-hidden="true" />
      </Button>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={t("Delete {count}?", { count: plural(ids.length, { one: "{count} document", other: "{count} documents" }) })}
        description={
          days > 0
            ? t("The files, their text and the notes on them will lie in the trash for {days}, and can be restored from there.", { days: daysOf(days) })
            : t("The files, their text and the notes on them are deleted. They cannot be brought back.")
        }
        confirmLabel={t("Delete")}
        onConfirm={async () => {
          await remove.mutateAsync(ids);
          toast("success", t("{count} deleted", { count: plural(ids.length, { one: "{count} document", other: "{count} documents" }) }), undo(ids));
          onDone();
        }}
      />
    </div>
  );
}
