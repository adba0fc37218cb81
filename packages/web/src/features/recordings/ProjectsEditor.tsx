import { Button } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { t } from "@verbatim/ui/texts";
import { FolderClosed, Plus, X } from "lucide-react";
import { Link } from "react-router";
import { ProjectPicker } from "@/components/ProjectPicker";
import { usePermission } from "@/lib/catalog";
import type { Recording } from "@/lib/types";
import { useProjectMembership } from "./api";

export function ProjectsEditor({ recording }: { recording: Recording }) {
  const membership = useProjectMembership();
  const editable = usePermission("project:update");
  const set = (projectId: string, on: boolean) => membership.mutate({ id: recording.id, projectId, on });
  return (
    <ul className="flex flex-col items-start gap-1">
      {recording.projects.map((project) => (
        <li key={project.id} className="flex w-full items-center gap-1">
          <Link to={`/projects/${project.id}`} className="flex min-w-0 flex-1 items-center gap-2 text-[0.8125rem] hover:text-primary hover:underline">
            <FolderClosed aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
            <span dir="auto" className="truncate">{project.name}</span>
          </Link>
          {editable && (
            <IconButton label={t("Take out of {project}", { project: project.name })} className="size-7!" onClick={() => set(project.id, false)}>
              <X aria-hidden="true" />
            </IconButton>
          )}
        </li>
      ))}
      {editable && (
        <li>
          <ProjectPicker
            several
            chosen={recording.project_ids}
            onChoose={({ id }) => set(id, !recording.project_ids.includes(id))}
            trigger={
              <Button size="sm" variant="subtle" aria-label={t("Project for this recording")} className="-ml-2 h-7! px-2!">
                <Plus aria-hidden="true" />
                {t("Project")}
              </Button>
            }
          />
        </li>
      )}
    </ul>
  );
}
