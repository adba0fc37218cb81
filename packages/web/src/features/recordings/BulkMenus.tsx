import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { plural } from "@verbatim/ui/format";
import { Menu, MenuItem, MenuLabel } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { FileDown, FolderClosed, Tag } from "lucide-react";
import { ProjectPicker } from "@/components/ProjectPicker";
import { TagDot } from "@/components/TagPill";
import { useBulk } from "@/features/bulk/api";
import { tagsQuery } from "@/lib/catalog";
import { useAssignRecordings, useTagRecordings } from "./api";
import { wishFor, type Target } from "./target";

interface BulkMenuProps {
  target: Target;
  onDone: () => void;
}

const NO_PROJECT = { id: "", name: "No project" };

export function ProjectMenu({ target, onDone }: BulkMenuProps) {
  const assign = useAssignRecordings();
  const bulk = useBulk();
  const { ids, all } = target;

  function move(project: { id: string; name: string }) {
    const projectId = project.id === NO_PROJECT.id ? null : project.id;
    if (all) return bulk.mutate({ ...wishFor(target), action: "assign", project_id: projectId }, { onSuccess: onDone });
    const message = projectId === null ? `${plural(ids.length, "recording")} taken out of their projects` : `${plural(ids.length, "recording")} put into ${project.name}`;
    assign.mutate({ ids, projectId }, { onSuccess: () => (toast("success", message), onDone()) });
  }

  return (
    <ProjectPicker
      first={NO_PROJECT}
      onChoose={move}
      trigger={
        <Button variant="ghost" pending={assign.isPending || bulk.isPending}>
          <FolderClosed aria-hidden="true" />
          Project
        </Button>
      }
    />
  );
}

export function TagMenu({ target, onDone }: BulkMenuProps) {
  const tags = useQuery(tagsQuery).data ?? [];
  const tagging = useTagRecordings();
  const bulk = useBulk();
  const { ids, all } = target;

  function put(tag: { id: string; name: string }) {
    if (all) return bulk.mutate({ ...wishFor(target), action: "tag", tag_id: tag.id }, { onSuccess: onDone });
    tagging.mutate({ ids, tagId: tag.id, on: true }, { onSuccess: () => toast("success", `${plural(ids.length, "recording")} tagged ${tag.name}`) });
  }

  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" pending={tagging.isPending || bulk.isPending}>
          <Tag aria-hidden="true" />
          Tag
        </Button>
      }
    >
      <MenuLabel>{tags.length > 0 ? "Add the tag" : "Make tags under Settings"}</MenuLabel>
      {tags.map((tag) => (
        <MenuItem key={tag.id} onSelect={() => put(tag)}>
          <TagDot color={tag.color} />
          {tag.name}
        </MenuItem>
      ))}
    </Menu>
  );
}

const FORMATS = [
  { value: "txt", label: "Plain text" },
  { value: "docx", label: "Word (DOCX)" },
  { value: "pdf", label: "PDF" },
  { value: "md", label: "Markdown" },
  { value: "srt", label: "Subtitles (SRT)" },
  { value: "vtt", label: "Subtitles for the web (VTT)" },
  { value: "json", label: "JSON with the times of words" },
] as const;

export function ExportMenu({ target, onDone }: BulkMenuProps) {
  const bulk = useBulk();
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" pending={bulk.isPending}>
          <FileDown aria-hidden="true" />
          Export
        </Button>
      }
    >
      <MenuLabel>All transcripts in one ZIP</MenuLabel>
      {FORMATS.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => bulk.mutate({ ...wishFor(target), action: "export", format: value }, { onSuccess: onDone })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
