import type { RowSelectionState, Updater } from "@tanstack/react-table";
import { Card } from "@verbatim/ui/card";
import { Checkbox } from "@verbatim/ui/checkbox";
import { cn } from "@verbatim/ui/cn";
import { Skeleton } from "@verbatim/ui/skeleton";
import type { ReactNode } from "react";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { bytes, duration } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import type { Recording } from "@/lib/types";
import { TitleCell } from "./columns";
import { RecordingStatusCell } from "./RecordingStatus";
import { Star } from "@/features/favourites/late";
import { RowMenu } from "./RowMenu";

interface RecordingCardsProps {
  rows: readonly Recording[];
  loading: boolean;
  instead: ReactNode;
  /** Null for people to whom selecting leads to nothing. */
  selection: RowSelectionState | null;
  onSelect: (updater: Updater<RowSelectionState>) => void;
}

const without = (rows: RowSelectionState, id: string): RowSelectionState => Object.fromEntries(Object.entries(rows).filter(([other]) => other !== id));

/** The list on a phone. */
export function RecordingCards({ rows, loading, instead, selection, onSelect }: RecordingCardsProps) {
  if (loading) {
    return (
      <div className="flex flex-col gap-3" aria-busy="true">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-28 w-full rounded-xl" />
        ))}
      </div>
    );
  }
  if (instead) return <Card>{instead}</Card>;
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((recording) => (
        <li key={recording.id}>
          <Card className={cn("p-4 pr-2", selection?.[recording.id] && "bg-accent/40")}>
            <div className="flex items-start gap-2">
              {selection && (
                <span className="-my-3 -ms-3 flex size-11 shrink-0 items-center justify-center">
                  <Checkbox label={t("Select {title}", { title: recording.title })} checked={selection[recording.id] ?? false} onCheckedChange={(checked) => onSelect((rows) => ({ ...without(rows, recording.id), ...(checked ? { [recording.id]: true } : {}) }))} />
                </span>
              )}
              <div className="min-w-0 flex-1">
                <TitleCell recording={recording} />
              </div>
              <Star kind="recording" id={recording.id} title={recording.title} />
              <RowMenu recording={recording} />
            </div>
            <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pr-2">
              <RecordingStatusCell recording={recording} />
              <p className="text-xs tabular-nums text-muted-foreground">
                {duration(recording.duration_seconds)} · {bytes(recording.file_size)} · <TimeAgo iso={recording.created_at} />
              </p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
