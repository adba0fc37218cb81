import { columnVisibilityFeature, createColumnHelper, rowSelectionFeature, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import { cn } from "@verbatim/ui/cn";
import { Checkbox } from "@verbatim/ui/checkbox";
import { FolderClosed, Lock } from "lucide-react";
import { Link } from "react-router";
import { TagPill } from "@/components/TagPill";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { bytes, duration } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import type { Recording } from "@/lib/types";
import { RecordingStatusCell } from "./RecordingStatus";
import { Star } from "@/features/favourites/late";
import { RowMenu } from "./RowMenu";

export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });

const helper = createColumnHelper<typeof features, Recording>();

/** Fixed widths: nothing jumps when the rows change. The title takes what is left. */
export const columnClass: Record<string, string> = {
  select: "w-11 pl-4 pr-0",
  title: "",
  status: "w-44 xl:w-48",
  duration_seconds: "w-24 text-right tabular-nums max-xl:hidden",
  file_size: "w-24 text-right tabular-nums max-xl:hidden",
  created_at: "w-33 xl:w-36",
  menu: "w-22 pl-0",
};

/** With `inline` all of it stands in one line, as in the rows of a table. */
export function TitleCell({ recording, inline }: { recording: Recording; inline?: boolean }) {
  return (
    <div className={cn("flex min-w-0", inline ? "items-center gap-2.5" : "flex-col gap-1.5")}>
      <Link dir="auto" to={`/recordings/${recording.id}`} className="truncate font-medium text-foreground hover:text-primary hover:underline" title={recording.title}>
        {recording.held && <Lock role="img" aria-label={t("Under legal hold")} className="me-1.5 inline size-3.5 align-[-0.125em] text-warning" />}
        {recording.title}
      </Link>
      {(recording.projects.length > 0 || recording.tags.length > 0) && (
        <div className={cn("flex items-center gap-1.5 text-xs text-muted-foreground", inline ? "max-w-1/2 shrink-0 overflow-hidden max-lg:hidden" : "max-w-full flex-wrap")}>
          {recording.projects.slice(0, 1).map((project) => (
            <Link key={project.id} to={`/projects/${project.id}`} className="mr-1 inline-flex min-w-0 items-center gap-1.5 hover:text-foreground hover:underline">
              <FolderClosed aria-hidden="true" className="size-3.5 shrink-0" />
              <span dir="auto" className="max-w-40 truncate">{project.name}</span>
            </Link>
          ))}
          {recording.tags.slice(0, 3).map((tag) => (
            <TagPill key={tag.id} name={tag.name} color={tag.color} className="h-5.5" />
          ))}
          {recording.tags.length > 3 && <span>+{recording.tags.length - 3}</span>}
        </div>
      )}
    </div>
  );
}

export const columns = helper.columns([
  helper.display({
    id: "select",
    header: ({ table }) => (
      <Checkbox
        label={t("Select all on this page")}
        disabled={table.getRowModel().rows.length === 0}
        checked={table.getIsAllPageRowsSelected() || (table.getIsSomePageRowsSelected() && "indeterminate")}
        onCheckedChange={(checked) => table.toggleAllPageRowsSelected(checked)}
      />
    ),
    cell: ({ row }) => <Checkbox label={t("Select {title}", { title: row.original.title })} checked={row.getIsSelected()} onCheckedChange={(checked) => row.toggleSelected(checked)} />,
  }),
  helper.accessor("title", { header: t("Title"), cell: ({ row }) => <TitleCell recording={row.original} inline /> }),
  helper.accessor("status", { header: t("Status"), enableSorting: false, cell: ({ row }) => <RecordingStatusCell recording={row.original} /> }),
  helper.accessor("duration_seconds", { header: t("Length"), cell: ({ getValue }) => duration(getValue()) }),
  helper.accessor("file_size", { header: t("Size"), cell: ({ getValue }) => bytes(getValue()) }),
  helper.accessor("created_at", { header: t("Added"), cell: ({ getValue }) => <TimeAgo iso={getValue()} className="text-muted-foreground" /> }),
  helper.display({
    id: "menu",
    header: () => <span className="sr-only">{t("Actions")}</span>,
    cell: ({ row }) => (
      <div className="flex items-center justify-end">
        <Star kind="recording" id={row.original.id} title={row.original.title} />
        <RowMenu recording={row.original} />
      </div>
    ),
  }),
]);
