import { Button } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { CircleHelp, Copy, Ellipsis, ListChecks, Pencil, SquareSplitHorizontal, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { clock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import type { Segment } from "@/lib/types";
import { useDeleteSegment } from "./api";
import { useTranscript } from "./context";
import { useDecide } from "./doubts";

export function RowActions({ segment, edit }: { segment: Segment; edit: () => void }) {
  const { transcriptId, recordingId, drafts, save, split, choose } = useTranscript();
  const decide = useDecide(transcriptId, recordingId);
  const [deleting, setDeleting] = useState(false);
  const original = segment.original_text ?? null;

  function revert(text: string) {
    drafts.begin(segment.id, segment.text, segment.version);
    drafts.type(segment.id, text);
    save(segment);
  }

  return (
    <div className="flex items-start justify-end opacity-0 transition-opacity focus-within:opacity-100 group-hover/row:opacity-100 has-data-[state=open]:opacity-100 pointer-coarse:opacity-100">
      <IconButton label={t("Edit")} shortcut="E" onClick={edit} className="max-md:hidden">
        <Pencil aria-hidden="true" />
      </IconButton>
      <Menu
        trigger={
          <Button variant="subtle" size="icon-sm" aria-label={t("More for the segment at {start_time}", { start_time: clock(segment.start_time) })}>
            <Ellipsis aria-hidden="true" />
          </Button>
        }
        onCloseAutoFocus={(event) => {
          if (drafts.get(segment.id)) event.preventDefault(); // the editor has the focus
        }}
      >
        <MenuItem onSelect={edit}>
          <Pencil aria-hidden="true" />
          {t("Edit text")}
        </MenuItem>
        <MenuItem onSelect={() => void navigator.clipboard.writeText(segment.text).then(() => toast("success", t("Segment copied")))}>
          <Copy aria-hidden="true" />
          {t("Copy text")}
        </MenuItem>
        <MenuItem onSelect={() => split(segment.id)}>
          <SquareSplitHorizontal aria-hidden="true" />
          {t("Split at a word…")}
        </MenuItem>
        <MenuItem onSelect={() => choose(segment.id, false)}>
          <ListChecks aria-hidden="true" />
          {t("Choose several…")}
        </MenuItem>
        {original !== null && original !== segment.text && (
          <MenuItem onSelect={() => revert(original)}>
            <Undo2 aria-hidden="true" />
            {t("Go back to the original")}
          </MenuItem>
        )}
        {segment.doubt && segment.decision === "keep" && (
          <MenuItem onSelect={() => decide.mutate({ ids: [segment.id], decision: null })}>
            <CircleHelp aria-hidden="true" />
            {t("Mark as doubtful again")}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem destructive onSelect={() => setDeleting(true)}>
          <Trash2 aria-hidden="true" />
          {t("Delete segment")}
        </MenuItem>
      </Menu>
      {deleting && <DeleteSegment segment={segment} onClose={() => setDeleting(false)} />}
    </div>
  );
}

function DeleteSegment({ segment, onClose }: { segment: Segment; onClose: () => void }) {
  const { transcriptId, recordingId } = useTranscript();
  const remove = useDeleteSegment(transcriptId, recordingId);
  const quote = segment.text.length > 140 ? `${segment.text.slice(0, 140)}…` : segment.text;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("Delete this segment?")}
      description={t("“{quote}” will be taken out of the transcript. The audio stays as it is.", { quote })}
      confirmLabel={t("Delete")}
      onConfirm={() => remove.mutateAsync(segment.id)}
    />
  );
}
