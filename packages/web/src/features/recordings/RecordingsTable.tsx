import { useTable, type RowSelectionState, type SortingState, type Updater } from "@tanstack/react-table";
import { cn } from "@verbatim/ui/cn";
import { Skeleton } from "@verbatim/ui/skeleton";
import { BodyCell, BodyRow, HeadCell, Table } from "@verbatim/ui/table";
import { useCallback, useMemo, useRef, type ReactNode } from "react";
import type { Recording } from "@/lib/types";
import { columnClass, columns, features } from "./columns";
import type { Filters } from "./filters";
import { useRowKeys } from "./useRowKeys";

interface RecordingsTableProps {
  rows: readonly Recording[];
  loading: boolean;
  /** Shown instead of rows: empty, filtered-empty or error. */
  instead: ReactNode;
  filters: Filters;
  /** Columns that the reader has left out. */
  without: ReadonlySet<string>;
  onSort: (sort: string, order: "asc" | "desc") => void;
  /** Whether selecting leads to anything: not for people who may only read. */
  selectable: boolean;
  selection: RowSelectionState;
  onSelect: (updater: Updater<RowSelectionState>) => void;
}

const SKELETON_ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function RecordingsTable({ rows, loading, instead, filters, without, onSort, selectable, selection, onSelect }: RecordingsTableProps) {
  const sorting = useMemo<SortingState>(() => [{ id: filters.sort, desc: filters.order === "desc" }], [filters.sort, filters.order]);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    state: { rowSelection: selection, sorting, columnVisibility: { select: selectable, ...Object.fromEntries([...without].map((id) => [id, id === "title" || id === "menu"])) } },
    onRowSelectionChange: onSelect,
    manualSorting: true,
  });

  const list = useRef<HTMLTableSectionElement>(null);
  const toggle = useCallback((id: string) => onSelect((rows) => (rows[id] ? Object.fromEntries(Object.entries(rows).filter(([other]) => other !== id)) : { ...rows, [id]: true })), [onSelect]);
  useRowKeys(list, selectable ? toggle : null);
  const shown = table.getVisibleLeafColumns().map((column) => column.id);

  return (
    <Table aria-busy={loading}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <HeadCell
                  key={header.id}
                  className={columnClass[header.id]}
                  sorted={sorted}
                  onSort={header.column.getCanSort() ? () => onSort(header.id, sorted === "desc" || (!sorted && header.id === "title") ? "asc" : "desc") : undefined}
                >
                  <table.FlexRender header={header} />
                </HeadCell>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody ref={list}>
        {loading && SKELETON_ROWS.map((key) => <SkeletonRow key={key} shown={shown} />)}
        {!loading && instead && (
          <tr className="border-t border-border">
            <td colSpan={shown.length}>{instead}</td>
          </tr>
        )}
        {!loading &&
          !instead &&
          table.getRowModel().rows.map((row) => (
            <BodyRow key={row.id} data-recording={row.id} className="h-10" selected={row.getIsSelected()}>
              {row.getVisibleCells().map((cell) => (
                <BodyCell key={cell.id} className={cn("py-1!", columnClass[cell.column.id])}>
                  <table.FlexRender cell={cell} />
                </BodyCell>
              ))}
            </BodyRow>
          ))}
      </tbody>
    </Table>
  );
}

function SkeletonRow({ shown }: { shown: readonly string[] }) {
  return (
    <tr className="h-10 border-t border-border">
      {shown.map((id) => (
        <BodyCell key={id} className={cn(columnClass[id])}>
          {id !== "menu" && <Skeleton className={id === "title" ? "h-4 w-3/5" : id === "select" ? "size-4.5" : "h-4 w-4/5"} />}
        </BodyCell>
      ))}
    </tr>
  );
}
