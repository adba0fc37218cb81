import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuLabel } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { useQuery } from "@tanstack/react-query";
import { AudioLines, FolderClosed, Tag, Trash2, X } from "lucide-react";
import { useState } from "react";
import { ProjectPicker } from "@/components/ProjectPicker";
import { TagDot } from "@/components/TagPill";
import { TranscribeDialog } from "@/features/transcription/late";
import { tagsQuery, usePermission } from "@/lib/catalog";
import { plural } from "@verbatim/ui/format";
import type { Recording } from "@/lib/types";
import { useAssignRecordings, useTagRecordings } from "./api";
import { DeleteDialog } from "./dialogs";

interface BulkBarProps {
  ids: readonly string[];
  /** Those of them that are in view. */
  rows: readonly Recording[];
  onDone: () => void;
}

/** What can be done with the selected rows; there only while some are selected. */
export function BulkBar({ ids, rows, onDone }: BulkBarProps) {
  const [deleting, setDeleting] = useState(false);
  const [transcribing, setTranscribing] = useState(false);
  const mayDelete = usePermission("recording:delete");
  const mayAssign = usePermission("project:update");
  const mayTag = usePermission("recording:update");
  const held = rows.filter((row) => row.held && ids.includes(row.id)).length;
  if (ids.length === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected recordings"
      className="fixed inset-x-0 bottom-4 z-30 lg:left-60 mx-auto flex w-fit max-w-[calc(100vw-2rem)] animate-slide flex-wrap items-center gap-1.5 rounded-xl border border-border bg-card p-1.5 pl-4 shadow-pop"
    >
      <p role="status" className="mr-2 text-sm font-medium tabular-nums">
        {ids.length} selected
        {held > 0 && <span className="ms-2 font-normal text-muted-foreground">{held} under legal hold</span>}
      </p>
      {mayAssign && <ProjectMenu ids={ids} onDone={onDone} />}
      {mayTag && held === 0 && (
        <Button variant="ghost" onClick={() => setTranscribing(true)}>
          <AudioLines aria-hidden="true" />
          Transcribe
        </Button>
      )}
      {mayTag && <TagMenu ids={ids} />}
      {mayDelete && held === 0 && (
        <Button variant="ghost" className="text-destructive" onClick={() => setDeleting(true)}>
          <Trash2 aria-hidden="true" />
          Delete
        </Button>
      )}
      <Button variant="subtle" size="icon" aria-label="Clear the selection" onClick={onDone}>
        <X aria-hidden="true" />
      </Button>
      {transcribing && <TranscribeDialog recordings={ids.map((id) => rows.find((row) => row.id === id) ?? UNSEEN(id))} onClose={() => setTranscribing(false)} onBegun={onDone} />}
      <DeleteDialog recordings={ids.map((id) => ({ id, title: "this recording" }))} open={deleting} onOpenChange={setDeleting} onDeleted={onDone} />
    </div>
  );
}

/** A selected recording of another page: whether it has a text is not known here. */
const UNSEEN = (id: string) => ({ id, transcript_id: "unknown", language: null, duration_seconds: 0, projects: [] });

const NO_PROJECT = { id: "", name: "No project" };

function ProjectMenu({ ids, onDone }: Pick<BulkBarProps, "ids" | "onDone">) {
  const assign = useAssignRecordings();
  const move = (projectId: string | null, message: string) => assign.mutate({ ids, projectId }, { onSuccess: () => (toast("success", message), onDone()) });
  return (
    <ProjectPicker
      first={NO_PROJECT}
      onChoose={({ id, name }) => (id === NO_PROJECT.id ? move(null, `${plural(ids.length, "recording")} taken out of their projects`) : move(id, `${plural(ids.length, "recording")} put into ${name}`))}
      trigger={
        <Button variant="ghost" pending={assign.isPending}>
          <FolderClosed aria-hidden="true" />
          Project
        </Button>
      }
    />
  );
}

function TagMenu({ ids }: { ids: readonly string[] }) {
  const tags = useQuery(tagsQuery).data ?? [];
  const tagging = useTagRecordings();
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" pending={tagging.isPending}>
          <Tag aria-hidden="true" />
          Tag
        </Button>
      }
    >
      <MenuLabel>{tags.length > 0 ? "Add the tag" : "Make tags under Settings"}</MenuLabel>
      {tags.map((tag) => (
        <MenuItem key={tag.id} onSelect={() => tagging.mutate({ ids, tagId: tag.id, on: true }, { onSuccess: () => toast("success", `${plural(ids.length, "recording")} tagged ${tag.name}`) })}>
          <TagDot color={tag.color} />
          {tag.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
