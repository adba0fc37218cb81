import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { cn } from "@verbatim/ui/cn";
import { messageOf } from "@verbatim/ui/errors";
import { Pagination } from "@verbatim/ui/pagination";
import { SearchField } from "@verbatim/ui/search-field";
import { Segmented } from "@verbatim/ui/segmented";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { SearchX } from "lucide-react";
import { useCallback, useState, type ReactNode } from "react";
import { OnlyFavourites } from "@/features/favourites/OnlyFavourites";
import { usePermissions } from "@/lib/catalog";
import { oneOf, useUrlState, wholeNumber } from "@/lib/url-state";
import { documentsQuery, DOCUMENTS_PAGE } from "./api";
import { DocumentRow } from "./DocumentRow";
import { DocumentsBulkBar } from "./DocumentsBulkBar";
import { DOCUMENT_STATUSES, documentStatusLabel } from "./DocumentStatus";

const STATES = ["all", ...DOCUMENT_STATUSES] as const;
type State = (typeof STATES)[number];

/** Documents with search, states, paging and bulk actions. Beside other lists of a page their state is their own. */
export function DocumentsBrowser({ projectId, empty }: { projectId?: string; empty: ReactNode }) {
  const [params, set] = useUrlState();
  const names = projectId ? { q: "dq", state: "dstate", page: "dpage", starred: "dstarred" } : { q: "q", state: "state", page: "page", starred: "starred" };
  const search = params.get(names.q) ?? "";
  const state = oneOf<State>(params.get(names.state), STATES, "all");
  const starred = params.get(names.starred) === "1";
  const page = wholeNumber(params.get(names.page), 1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const permissions = usePermissions();
  const selectable = ["document:delete", "project:update"].some((permission) => permissions.includes(permission));
  const { data, error, isPlaceholderData, refetch } = useQuery(
    documentsQuery({ search: search || undefined, status: state === "all" ? undefined : state, favourites: starred || undefined, project_id: projectId, page, page_size: DOCUMENTS_PAGE }),
  );
  const onSearch = useCallback((text: string) => set({ [names.q]: text, [names.page]: null }, { replace: true }), [set, names.q, names.page]);
  const rows = data?.items ?? [];
  const narrowed = search !== "" || state !== "all" || starred || page > 1;

  let shown: ReactNode;
  if (error && !data) shown = <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (!data) shown = <Waiting />;
  else if (rows.length === 0 && !narrowed) shown = empty;
  else if (rows.length === 0) {
    const clear = () => set({ [names.q]: null, [names.state]: null, [names.starred]: null, [names.page]: null });
    shown = (
      <EmptyState icon={<SearchX aria-hidden="true" />} title={t("No document matches")} action={<Button onClick={clear}>{t("Clear the filters")}</Button>}>
        {t("Try fewer words. What stands inside documents is found on the Search page.")}
      </EmptyState>
    );
  } else {
    const toggle = (id: string, on: boolean) => setSelected((before) => (on ? new Set([...before, id]) : new Set([...before].filter((one) => one !== id))));
    shown = (
      <ul className="divide-y divide-border">
        {rows.map((row) => (
          <DocumentRow key={row.id} document={row} selected={selectable ? selected.has(row.id) : null} onSelect={(on) => toggle(row.id, on)} />
        ))}
      </ul>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label={t("Search titles and file names")} value={search} onChange={onSearch} className="min-w-56 flex-1" />
        <Segmented
          label={t("State")}
          className="flex-wrap"
          value={state}
          options={STATES.map((value) => ({ value, label: value === "all" ? t("All") : documentStatusLabel(value) }))}
          onValueChange={(next) => set({ [names.state]: next === "all" ? null : next, [names.page]: null })}
        />
        <OnlyFavourites on={starred} onChange={(on) => set({ [names.starred]: on ? "1" : null, [names.page]: null })} />
      </div>
      <Card className={cn("overflow-hidden transition-opacity", isPlaceholderData && "opacity-60")}>{shown}</Card>
      {data && data.total > 0 && (
        <Pagination page={page} totalPages={data.total_pages} total={data.total} pageSize={DOCUMENTS_PAGE} noun="documents" onPageChange={(next) => set({ [names.page]: next > 1 ? next : null })} />
      )}
      <DocumentsBulkBar ids={[...selected]} rows={rows} onDone={() => setSelected(new Set())} />
    </div>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3 p-4">
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-12" />
      ))}
    </div>
  );
}
