import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { cn } from "@verbatim/ui/cn";
import { Notice } from "@verbatim/ui/notice";
import { Pagination } from "@verbatim/ui/pagination";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { withoutOf } from "@verbatim/ui/saved-views";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { usePermissions } from "@/lib/catalog";
import { useWide } from "@/lib/media";
import { useUrlState } from "@/lib/url-state";
import { recordingsQuery } from "./api";
import { BulkBar } from "./BulkBar";
import { clearFilters, filterBy, isFiltered, PAGE_SIZE, readFilters, toQuery } from "./filters";
import { FilterChips } from "./FilterChips";
import { ListTools } from "./ListTools";
import { RecordingCards } from "./RecordingCards";
import { RecordingsTable } from "./RecordingsTable";
import { wantedOf } from "./target";
import { Toolbar } from "./Toolbar";
import { useSelection } from "./useSelection";

const NO_ROWS: never[] = [];

/** With one of these there is something to do with several recordings at once. */
const BULK = ["recording:update", "recording:delete", "project:update", "transcript:read"];

interface RecordingsBrowserProps {
  /** Only this project's recordings. */
  projectId?: string;
  /** Shown when there is nothing at all. */
  empty: ReactNode;
}

/** Recordings with search, filters, sorting, paging and bulk actions, all of it in the address. */
export function RecordingsBrowser({ projectId, empty }: RecordingsBrowserProps) {
  const [params, set] = useUrlState();
  const fromUrl = readFilters(params);
  const filters = projectId ? { ...fromUrl, project: projectId } : fromUrl;
  const wanted = wantedOf(filters);
  const { selection, isAll, select, selectAll, clear } = useSelection(JSON.stringify(wanted));
  const permissions = usePermissions();
  const selectable = BULK.some((permission) => permissions.includes(permission));
  const wide = useWide();
  const { data, error, isPending, isPlaceholderData, failureCount, refetch } = useQuery({ ...recordingsQuery(toQuery(filters)), placeholderData: keepPreviousData });
  const rows = data?.items ?? NO_ROWS;
  const filtered = isFiltered({ ...filters, project: projectId ? "" : filters.project });

  let instead: ReactNode = null;
  if (error && !data) instead = <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (rows.length === 0 && (filtered || filters.page > 1)) instead = <NothingMatches onClear={() => clearFilters(set)} />;
  else if (rows.length === 0) instead = empty;

  const ids = Object.keys(selection);
  const pageSelected = rows.length > 0 && rows.every(({ id }) => selection[id]);
  const total = data?.total ?? 0;

  // What was asked for is not there yet, and what is shown is something else.
  const isLate = isPlaceholderData && failureCount > 0;
  const list = { rows, loading: isPending, instead };
  return (
    <div className="flex flex-col gap-4">
      <Toolbar filters={filters} set={set} fixedProject={projectId !== undefined} tools={<ListTools />} />
      <FilterChips filters={filters} set={set} fixedProject={projectId !== undefined} />
      {isLate && <Notice>{t("The server does not answer. These are still the recordings from before; the list follows as soon as it does.")}</Notice>}
      <div className={cn("transition-opacity", isPlaceholderData && "opacity-60")}>
        {wide ? (
          <Card className="overflow-hidden">
            <RecordingsTable {...list} filters={filters} without={withoutOf(params)} onSort={(sort, order) => filterBy(set, { sort, order })} selectable={selectable} selection={selection} onSelect={select} />
          </Card>
        ) : (
          <RecordingCards {...list} selection={selectable ? selection : null} onSelect={select} />
        )}
      </div>
      {data && data.total > 0 && (
        <Pagination page={filters.page} totalPages={data.total_pages} total={data.total} pageSize={PAGE_SIZE} noun="recordings" onPageChange={(page) => set({ page: page > 1 ? page : null })} />
      )}
      <BulkBar
        target={{ ids, all: isAll ? wanted : null, count: isAll ? total : ids.length }}
        total={total}
        rows={rows}
        onAll={pageSelected && !isAll && total > ids.length ? selectAll : undefined}
        onDone={clear}
      />
    </div>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={<SearchX aria-hidden="true" />} title={t("No recording matches")} action={<Button onClick={onClear}>{t("Clear the filters")}</Button>}>
      {t("Try fewer words or other filters. What is said inside recordings is found on the Search page.")}
    </EmptyState>
  );
}
