import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { cn } from "@verbatim/ui/cn";
import { bytes, duration, exactTime } from "@verbatim/ui/format";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { AudioLines, FileText, Lock, RotateCcw, Trash2 } from "lucide-react";
import type { TrashedItem } from "@/lib/types";
import { daysOf } from "./undo";

const DAY = 86_400_000;
/** From here on the time left is said in colour. */
const SOON = 3;

interface TrashListProps {
  items: readonly TrashedItem[];
  /** When the items were read: how long they have is counted from there. */
  now: number;
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], on: boolean) => void;
  onRestore: (ids: readonly string[]) => void;
  onPurge: (items: readonly TrashedItem[]) => void;
}

/** What lies in the trash, as dense rows; on a phone the second line holds what has no column. */
export function TrashList({ items, now, chosen, onChoose, onRestore, onPurge }: TrashListProps) {
  return (
    <ul className="divide-y divide-border">
      {items.map((item) => (
        <li key={item.id} className={cn("flex min-h-10 items-center gap-3 px-4 py-1 max-sm:flex-wrap max-sm:py-2", chosen.has(item.id) && "bg-accent/60")}>
          <Checkbox label={t("Select {title}", { title: item.title })} checked={chosen.has(item.id)} onCheckedChange={(on) => onChoose([item.id], on)} />
          <Title item={item} />
          <Facts item={item} now={now} />
          <div className="flex shrink-0 items-center max-sm:ms-auto">
            <Button size="sm" variant="ghost" aria-label={t("Restore {title}", { title: item.title })} onClick={() => onRestore([item.id])}>
              <RotateCcw aria-hidden="true" />
              {t("Restore")}
            </Button>
            <Button size="icon-sm" variant="subtle" className="text-destructive" disabled={item.held} aria-label={t("Delete {title} for ever", { title: item.title })} onClick={() => onPurge([item])}>
              <Trash2 aria-hidden="true" />
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Title({ item }: { item: TrashedItem }) {
  const Icon = item.kind === "document" ? FileText : AudioLines;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <Icon role="img" aria-label={item.kind === "document" ? t("Document") : t("Recording")} className="size-4 shrink-0 text-muted-foreground" />
      <span dir="auto" className="truncate text-sm font-medium" title={item.title}>
        {item.title}
      </span>
      {item.held && <Lock role="img" aria-label={t("Under legal hold")} className="size-3.5 shrink-0 text-warning" />}
    </div>
  );
}

function Facts({ item, now }: { item: TrashedItem; now: number }) {
  const left = (Date.parse(item.ends_at) - now) / DAY;
  return (
    <div className="flex min-w-0 items-center gap-x-4 text-xs tabular-nums text-muted-foreground max-sm:order-last max-sm:w-full max-sm:flex-wrap max-sm:ps-8">
      <span className="truncate sm:w-48">
        {rich("Deleted {time}", { time: <TimeAgo iso={item.trashed_at} /> })}
        {item.trashed_by_name && (
          <>
            {" "}
            {rich("by {trashed_by_name}", { trashed_by_name: <span dir="auto">{item.trashed_by_name}</span> })}
          </>
        )}
      </span>
      <span className="w-28 text-end max-lg:hidden">{item.duration_seconds === null ? bytes(item.file_size) : `${duration(item.duration_seconds)} · ${bytes(item.file_size)}`}</span>
      <span title={t("Gone for ever {ends_at}", { ends_at: exactTime(item.ends_at) })} className={cn("whitespace-nowrap sm:w-28 sm:text-end", left < SOON && !item.held && "font-medium text-destructive")}>
        {item.held ? t("Kept by a hold") : left <= 0 ? t("Goes today") : t("{left} left", { left: daysOf(Math.ceil(left)) })}
      </span>
    </div>
  );
}
