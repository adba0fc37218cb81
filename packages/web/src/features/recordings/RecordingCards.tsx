import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import type { ReactNode } from "react";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { bytes, duration } from "@verbatim/ui/format";
import type { Recording } from "@/lib/types";
import { TitleCell } from "./columns";
import { RecordingStatusCell } from "./RecordingStatus";
import { RowMenu } from "./RowMenu";

interface RecordingCardsProps {
  rows: readonly Recording[];
  loading: boolean;
  instead: ReactNode;
}

/** The list on a phone. */
export function RecordingCards({ rows, loading, instead }: RecordingCardsProps) {
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
          <Card className="p-4 pr-2">
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <TitleCell recording={recording} />
              </div>
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
