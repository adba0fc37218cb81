import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { Link } from "react-router";
import { StatusBadge } from "@/components/StatusBadge";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { messageOf } from "@verbatim/ui/errors";
import { duration } from "@verbatim/ui/format";
import { recentQuery } from "./api";

const ROWS = ["a", "b", "c", "d", "e", "f"];

export function Recent() {
  const { data, error, refetch } = useQuery(recentQuery);
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div aria-busy="true" className="divide-y divide-border">
        {ROWS.map((key) => (
          <div key={key} className="flex h-15 items-center px-5">
            <Skeleton className="h-4 w-1/2" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <ul className="divide-y divide-border">
      {data.map((recording) => (
        <li key={recording.id} className="relative flex min-h-15 items-center gap-4 px-5 py-2.5 transition-colors hover:bg-muted/60">
          <div className="min-w-0 flex-1">
            <Link dir="auto" to={`/recordings/${recording.id}`} className="block truncate text-sm font-medium after:absolute after:inset-0 hover:text-primary">
              {recording.title}
            </Link>
            <p className="mt-0.5 text-xs tabular-nums text-muted-foreground">
              <TimeAgo iso={recording.created_at} /> · {duration(recording.duration_seconds)}
            </p>
          </div>
          <StatusBadge status={recording.status} />
        </li>
      ))}
    </ul>
  );
}
