import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table className={cn("w-full table-fixed border-collapse text-sm", className)} {...rest} />;
}

export type SortDirection = "asc" | "desc" | false;

interface HeadCellProps extends ComponentProps<"th"> {
  /** Undefined when the column cannot be sorted. */
  sorted?: SortDirection;
  onSort?: () => void;
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;

export function HeadCell({ sorted, onSort, className, children, ...rest }: HeadCellProps) {
  return (
    <th
      scope="col"
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={cn("h-10 px-3 text-left text-xs font-medium text-muted-foreground", className)}
      {...rest}
    >
      {onSort ? <SortButton sorted={sorted ?? false} onSort={onSort} label={children} /> : children}
    </th>
  );
}

function SortButton({ sorted, onSort, label }: { sorted: SortDirection; onSort: () => void; label: ReactNode }) {
  const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <button type="button" onClick={onSort} className={cn("-mx-1.5 inline-flex items-center gap-1 rounded px-1.5 py-1 hover:text-foreground", sorted && "text-foreground")}>
      {label}
      <Icon aria-hidden="true" className={cn("size-3.5", !sorted && "opacity-50")} />
    </button>
  );
}

export function BodyRow({ className, selected, ...rest }: ComponentProps<"tr"> & { selected?: boolean }) {
  return <tr data-selected={selected || undefined} className={cn("border-t border-border transition-colors hover:bg-muted/60 data-selected:bg-accent/60", className)} {...rest} />;
}

export function BodyCell({ className, ...rest }: ComponentProps<"td">) {
  return <td className={cn("px-3 py-2.5 align-middle", className)} {...rest} />;
}
