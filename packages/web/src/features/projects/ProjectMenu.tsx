import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { usePermission } from "@/lib/catalog";
import type { Project } from "@/lib/types";
import { DeleteProjectDialog, ProjectDialog } from "./ProjectDialogs";

export function ProjectMenu({ project, outlined, onDeleted }: { project: Project; outlined?: boolean; onDeleted?: () => void }) {
  const [dialog, setDialog] = useState<"edit" | "delete" | null>(null);
  const mayUpdate = usePermission("project:update");
  const mayDelete = usePermission("project:delete");
  const close = () => setDialog(null);
  if (!mayUpdate && !mayDelete) return null;
  return (
    <>
      <Menu
        trigger={
          <Button variant={outlined ? "outline" : "subtle"} size={outlined ? "icon" : "icon-sm"} aria-label={t("More for {project}", { project: project.name })}>
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        {mayUpdate && (
          <MenuItem onSelect={() => setDialog("edit")}>
            <Pencil aria-hidden="true" />
            {t("Rename or describe")}
          </MenuItem>
        )}
        {mayUpdate && mayDelete && <MenuSeparator />}
        {mayDelete && (
          <MenuItem destructive onSelect={() => setDialog("delete")}>
            <Trash2 aria-hidden="true" />
            {t("Delete")}
          </MenuItem>
        )}
      </Menu>
      {dialog === "edit" && <ProjectDialog project={project} onClose={close} />}
      {dialog === "delete" && <DeleteProjectDialog project={project} onClose={close} onDeleted={onDeleted} />}
    </>
  );
}
