import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { Pagination } from "@verbatim/ui/pagination";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { FolderPlus, Plus, SearchX } from "lucide-react";
import { useCallback, useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { Page } from "@/components/Page";
import { SearchField } from "@verbatim/ui/search-field";
import { OnlyFavourites } from "@/features/favourites/OnlyFavourites";
import { projectsQuery, PROJECTS_PAGE } from "@/features/projects/api";
import { ProjectCards, ProjectCardsSkeleton } from "@/features/projects/ProjectCards";
import { ProjectDialog } from "@/features/projects/ProjectDialogs";
import { usePermission } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { useUrlState, wholeNumber } from "@/lib/url-state";

export default function ProjectsPage() {
  const [params, set] = useUrlState();
  const search = params.get("q") ?? "";
  const page = wholeNumber(params.get("page"), 1);
  const starred = params.get("starred") === "1";
  const [creating, setCreating] = useState(false);
  const mayCreate = usePermission("project:create");
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery(projectsQuery(search, page, starred));
  const onSearch = useCallback((q: string) => set({ q, page: null }, { replace: true }), [set]);
  const create = mayCreate && (
    <Button variant="primary" onClick={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      {t("New project")}
    </Button>
  );

  let content: ReactNode;
  if (isPending) content = <ProjectCardsSkeleton />;
  else if (error && !data) content = <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (data && data.items.length > 0) content = <ProjectCards projects={data.items} />;
  else if (search || starred) content = <NoMatch onClear={() => set({ q: null, starred: null, page: null })} />;
  else {
    content = (
      <Card>
        <EmptyState icon={<FolderPlus aria-hidden="true" />} title={t("No projects yet")} action={create}>
          {t("A project holds recordings that belong together: a client, a study, a season.")}
        </EmptyState>
      </Card>
    );
  }

  return (
    <Page title={t("Projects")} purpose={t("Recordings that belong together.")} actions={create}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          <SearchField label={t("Search projects")} value={search} onChange={onSearch} className="min-w-0 max-w-md grow basis-56" />
          <OnlyFavourites on={starred} onChange={(on) => set({ starred: on ? "1" : null, page: null })} />
        </div>
        {content}
        {data && data.total_pages > 1 && (
          <Pagination page={page} totalPages={data.total_pages} total={data.total} pageSize={PROJECTS_PAGE} noun="projects" onPageChange={(next) => set({ page: next > 1 ? next : null })} />
        )}
      </div>
      {creating && <ProjectDialog project={null} onClose={() => setCreating(false)} onSaved={(id) => void navigate(`/projects/${id}`)} />}
    </Page>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <Card>
      <EmptyState icon={<SearchX aria-hidden="true" />} title={t("No project matches")} action={<Button onClick={onClear}>{t("Clear the filters")}</Button>} />
    </Card>
  );
}
