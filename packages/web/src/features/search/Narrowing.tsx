import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { FolderClosed, X } from "lucide-react";
import { ProjectPicker } from "@/components/ProjectPicker";
import { projectQuery, tagsQuery, usePermission } from "@/lib/catalog";
import type { SetParams } from "@/lib/url-state";
import type { Narrowed } from "./api";

const isDay = (raw: string | null): raw is string => raw !== null && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw));

/** What the address says that a search is narrowed to. Days are the reader's own. */
export function narrowedBy(params: URLSearchParams): Narrowed {
  const from = params.get("from");
  const to = params.get("to");
  return {
    project_id: params.get("project") ?? undefined,
    tag_id: params.get("tag") ?? undefined,
    date_from: isDay(from) ? new Date(`${from}T00:00:00`).toISOString() : undefined,
    date_to: isDay(to) ? new Date(`${to}T23:59:59.999`).toISOString() : undefined,
  };
}

const ANY = "any";

/** By project, tag and day; all of it in the address. */
export function Narrowing({ params, set }: { params: URLSearchParams; set: SetParams }) {
  const project = params.get("project") ?? "";
  const mayProjects = usePermission("project:read");
  const chosen = useQuery({ ...projectQuery(project), enabled: project !== "" });
  const tags = useQuery(tagsQuery).data ?? [];
  const by = (changes: Record<string, string | null>) => set({ ...changes, page: null });
  return (
    <div className="flex flex-wrap items-end gap-3">
      {mayProjects && (
        <div className="flex items-center gap-1">
          <ProjectPicker
            onChoose={({ id }) => by({ project: id })}
            trigger={
              <Button>
                <FolderClosed aria-hidden="true" />
                <bdi className="max-w-40 truncate">{project === "" ? t("Any project") : (chosen.data?.name ?? t("One project"))}</bdi>
              </Button>
            }
          />
          {project !== "" && (
            <Button variant="subtle" size="icon" aria-label={t("Any project")} onClick={() => by({ project: null })}>
              <X aria-hidden="true" />
            </Button>
          )}
        </div>
      )}
      {tags.length > 0 && (
        <Select
          aria-label={t("Tag")}
          value={params.get("tag") ?? ANY}
          options={[{ value: ANY, label: t("Any tag") }, ...tags.map(({ id, name }) => ({ value: id, label: name }))]}
          onValueChange={(tag) => by({ tag: tag === ANY ? null : tag })}
        />
      )}
      <Field label={t("From")}>{(control) => <Input {...control} type="date" className="w-38" value={params.get("from") ?? ""} onChange={(event) => by({ from: event.target.value })} />}</Field>
      <Field label={t("To")}>{(control) => <Input {...control} type="date" className="w-38" value={params.get("to") ?? ""} onChange={(event) => by({ to: event.target.value })} />}</Field>
    </div>
  );
}
