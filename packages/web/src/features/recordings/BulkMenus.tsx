import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuLabel } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
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

const NO_PROJECT = { id: "", name: t("No project") };

export function ProjectMenu({ target, onDone }: BulkMenuProps) {
  const assign = useAssignRecordings();
  const bulk = useBulk();
  const { ids, all } = target;

  function move(project: { id: string; name: string }) {
    const projectId = project.id === NO_PROJECT.id ? null : project.id;
    if (all) return bulk.mutate({ ...wishFor(target), action: "assign", project_id: projectId }, { onSuccess: onDone });
    const message = projectId === null ? t("{count} taken out of their projects", { count: plural(ids.length, { one: "{count} recording", other: "{count} recordings" }) }) : t("{count} put into {project}", { count: plural(ids.length, { one: "{count} recording", other: "{count} recordings" }), project: project.name });
    assign.mutate({ ids, projectId }, { onSuccess: () => (toast("success", message), onDone()) });
  }

  return (
    <ProjectPicker
      first={NO_PROJECT}
      onChoose={move}
      trigger={
        <Button variant="ghost" pending={assign.isPending || bulk.isPending}>
          <FolderClosed aria-hidden="true" />
          {t("Project")}
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
    tagging.mutate({ ids, tagId: tag.id, on: true }, { onSuccess: () => toast("success", t("{count} tagged {tag}", { count: plural(ids.length, { one: "{count} recording", other: "{count} recordings" }), tag: tag.name })) });
  }

  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" pending={tagging.isPending || bulk.isPending}>
          <Tag aria-hidden="true" />
          {t("Tag")}
        </Button>
      }
    >
      <MenuLabel>{tags.length > 0 ? t("Add the tag") : t("Make tags under Settings")}</MenuLabel>
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
  { value: "txt", label: t("Plain text") },
  { value: "docx", label: t("Word (DOCX)") },
  { value: "pdf", label: t("PDF") },
  { value: "md", label: t("Markdown") },
  { value: "srt", label: t("Subtitles (SRT)") },
  { value: "vtt", label: t("Subtitles for the web (VTT)") },
  { value: "json", label: t("JSON with the times of words") },
] as const;

export function ExportMenu({ target, onDone }: BulkMenuProps) {
  const bulk = useBulk();
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="ghost" pending={bulk.isPending}>
          <FileDown aria-hidden="true" />
          {t("Export")}
        </Button>
      }
    >
      <MenuLabel>{t("All transcripts in one ZIP")}</MenuLabel>
      {FORMATS.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => bulk.mutate({ ...wishFor(target), action: "export", format: value }, { onSuccess: onDone })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
