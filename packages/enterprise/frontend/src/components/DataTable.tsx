import { cn } from "@verbatim/ui/cn";
import { messageOf } from "@verbatim/ui/errors";
import { Pagination } from "@verbatim/ui/pagination";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { BodyCell, BodyRow, HeadCell, Table, type SortDirection } from "@verbatim/ui/table";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useScreen, type Breakpoint } from "@/lib/screen";

export interface Column<T> {
  key: string;
  label: string;
  /** The label is for screen readers only: a column of buttons. */
  quiet?: boolean;
  className?: string;
  /** The narrowest screen on which it is a column of its own; on narrower ones it stands below the first cell. */
  from?: Breakpoint;
  sorted?: SortDirection;
  onSort?: () => void;
  cell: (item: T) => ReactNode;
}

interface Paged<T> {
  items: T[];
  total: number;
  page?: number;
  page_size?: number;
  total_pages?: number;
  /** Where the pages beside this one begin; lists that have no cursors are turned by numbers. */
  next_cursor?: string | null;
  previous_cursor?: string | null;
  /** There are more than `total`. */
  total_is_capped?: boolean;
}

interface DataTableProps<T> {
  label: string;
  /** What is listed, in the plural. */
  noun: string;
  columns: readonly Column<T>[];
  query: UseQueryResult<Paged<T>>;
  keyOf: (item: T) => string;
  empty: ReactNode;
  onPageChange?: (page: number, cursor: string | null) => void;
  /** The keys of columns that are left out. */
  without?: ReadonlySet<string>;
}

/** A list with its four states inside, so that nothing around it jumps or is lost while it loads. */
export function DataTable<T>({ label, noun, columns: all, query, keyOf, empty, onPageChange, without }: DataTableProps<T>) {
  const has = useScreen();
  const wanted = without ? all.filter(({ key }) => !without.has(key)) : all;
  const columns = wanted.filter(({ from }) => !from || has(from));
  const below = wanted.filter(({ from }) => from && !has(from));
  const { data, isError, error, refetch, isPlaceholderData, isPending } = query;
  const isEmpty = data?.items.length === 0;
  return (
    <div aria-busy={isPending || isPlaceholderData || undefined}>
      {isError && !data ? (
        <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />
      ) : isEmpty ? (
        empty
      ) : (
        <Table aria-label={label} className={cn("border-t border-border transition-opacity", isPlaceholderData && "opacity-60")}>
          <thead>
            <tr>
              {columns.map(({ key, label, quiet, className, sorted, onSort }) => (
                <HeadCell key={key} sorted={sorted} onSort={onSort} className={cn("first:pl-5 last:pr-5", className)}>
                  {quiet ? <span className="sr-only">{label}</span> : label}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {data
              ? data.items.map((item) => (
                  <BodyRow key={keyOf(item)}>
                    {columns.map(({ key, className, cell }, place) => (
                      <BodyCell key={key} className={cn("first:pl-5 last:pr-5", className)}>
                        {cell(item)}
                        {place === 0 && below.length > 0 && <Below columns={below} item={item} />}
                      </BodyCell>
                    ))}
                  </BodyRow>
                ))
              : ["a", "b", "c", "d"].map((row) => (
                  <BodyRow key={row}>
                    {columns.map(({ key, className }) => (
                      <BodyCell key={key} className={cn("first:pl-5 last:pr-5", className)}>
                        <Skeleton className="h-5 w-3/4" />
                      </BodyCell>
                    ))}
                  </BodyRow>
                ))}
          </tbody>
        </Table>
      )}
      {data && onPageChange && <Pages data={data} noun={noun} onPageChange={onPageChange} />}
    </div>
  );
}

/** What a narrow screen has no columns for. */
function Below<T>({ columns, item }: { columns: readonly Column<T>[]; item: T }) {
  return (
    <dl className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      {columns.map(({ key, label, cell }) => (
        <div key={key} className="flex min-w-0 max-w-full items-center gap-1.5">
          <dt className="shrink-0 whitespace-nowrap text-muted-foreground">{label}</dt>
          <dd className="min-w-0 [&_*]:text-xs">{cell(item)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The buttons below a table of several pages. By cursors nobody is left out while others are added; the number is only told. */
function Pages<T>({ data, noun, onPageChange }: { data: Paged<T>; noun: string; onPageChange: (page: number, cursor: string | null) => void }) {
  const { page = 1, page_size: size = 1, next_cursor: next, previous_cursor: previous } = data;
  const isLast = next === null;
  const last = next === undefined ? (data.total_pages ?? 1) : isLast ? page : Math.max(page + 1, data.total_pages ?? 1);
  if (last <= 1) return null;
  const turn = (to: number) => onPageChange(to, to === 1 ? null : ((to > page ? next : previous) ?? null));
  return (
    <div className="border-t border-border px-5 py-3.5">
      <Pagination page={page} totalPages={last} total={data.total} pageSize={size} noun={noun} capped={data.total_is_capped} onPageChange={turn} />
    </div>
  );
}
