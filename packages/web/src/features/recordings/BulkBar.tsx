import { Button } from "@verbatim/ui/button";
import { count } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { AudioLines, Trash2, X } from "lucide-react";
import { useState } from "react";
import { useBulk } from "@/features/bulk/api";
import { AskLink } from "@/features/chat/AskLink";
import { TranscribeDialog } from "@/features/transcription/late";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { ExportMenu, ProjectMenu, TagMenu } from "./BulkMenus";
import { DeleteAllDialog, DeleteDialog } from "./dialogs";
import { wishFor, type Target } from "./target";

interface BulkBarProps {
  target: Target;
  /** How many match the filters: where that is more than the selected page, all can be chosen. */
  total: number;
  /** Those of the selected ones that are in view. */
  rows: readonly Recording[];
  /** Called to choose all that match; undefined while that would choose no more. */
  onAll?: () => void;
  onDone: () => void;
}

/** What can be done with the selected rows, or with all that match; there only while some are selected. */
export function BulkBar({ target, total, rows, onAll, onDone }: BulkBarProps) {
  const [dialog, setDialog] = useState<"delete" | "transcribe" | null>(null);
  const mayDelete = usePermission("recording:delete");
  const mayAssign = usePermission("project:update");
  const mayChange = usePermission("recording:update");
  const mayExport = usePermission("transcript:read");
  const bulk = useBulk();
  if (target.count === 0) return null;
  const { ids, all } = target;
  // Of all that match the server leaves what is held; of those in view it is known beforehand.
  const held = all ? 0 : rows.filter((row) => row.held && ids.includes(row.id)).length;
  const close = () => setDialog(null);
  return (
    <div
      role="toolbar"
      aria-label={t("Selected recordings")}
      className="fixed inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-2rem)] animate-slide flex-wrap items-center gap-1 rounded-xl border border-border bg-card p-1.5 ps-4 shadow-pop lg:left-60"
    >
      <p role="status" className="me-2 text-sm font-medium tabular-nums">
        {all ? t("All {count} selected", { count: count(total) }) : t("{count} selected", { count: count(target.count) })}
        {held > 0 && <span className="ms-2 font-normal text-muted-foreground">{rich("{held} under legal hold", { held })}</span>}
      </p>
      {onAll && (
        <Button variant="subtle" className="text-primary" onClick={onAll}>
          {rich("Select all {count} that match", { count: count(total) })}
        </Button>
      )}
      {mayAssign && <ProjectMenu target={target} onDone={onDone} />}
      {mayChange && held === 0 && (
        <Button variant="ghost" onClick={() => setDialog("transcribe")}>
          <AudioLines aria-hidden="true" />
          {t("Transcribe")}
        </Button>
      )}
      {mayChange && <TagMenu target={target} onDone={onDone} />}
      {mayExport && <ExportMenu target={target} onDone={onDone} />}
      {!all && <AskLink variant="ghost" recordings={ids} />}
      {mayDelete && held === 0 && (
        <Button variant="ghost" className="text-destructive" onClick={() => setDialog("delete")}>
          <Trash2 aria-hidden="true" />
          {t("Delete")}
        </Button>
      )}
      <Button variant="subtle" size="icon" aria-label={t("Clear the selection")} onClick={onDone}>
        <X aria-hidden="true" />
      </Button>
      {dialog === "transcribe" && (
        <TranscribeDialog
          recordings={ids.map((id) => rows.find((row) => row.id === id) ?? UNSEEN(id))}
          all={all ? { count: total, begin: (options) => bulk.mutateAsync({ ...wishFor(target), action: "transcribe", options }) } : undefined}
          onClose={close}
          onBegun={onDone}
        />
      )}
      {all && <DeleteAllDialog target={target} open={dialog === "delete"} onOpenChange={close} onBegun={onDone} />}
      {!all && <DeleteDialog recordings={ids.map((id) => ({ id, title: t("this recording") }))} open={dialog === "delete"} onOpenChange={close} onDeleted={onDone} />}
    </div>
  );
}

/** A selected recording of another page: whether it has a text is not known here. */
const UNSEEN = (id: string) => ({ id, transcript_id: "unknown", language: null, duration_seconds: 0, projects: [] });
