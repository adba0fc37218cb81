import { statusLabel } from "@/components/StatusBadge";
import { count } from "@verbatim/ui/format";
import type { RecordingStatus, Stats } from "@/lib/types";
import { Link } from "react-router";

const ORDER: readonly { status: RecordingStatus; fill: string }[] = [
  { status: "completed", fill: "bg-success" },
  { status: "processing", fill: "bg-primary" },
  { status: "pending", fill: "bg-muted-foreground/60" },
  { status: "untranscribed", fill: "bg-muted-foreground/30" },
  { status: "failed", fill: "bg-destructive" },
  { status: "cancelled", fill: "bg-input" },
];

/** How far along everything is: one bar, and the same in numbers, each a link to its recordings. */
export function StatusChart({ stats }: { stats: Stats }) {
  const total = stats.recordings.total_recordings;
  const parts = ORDER.map((entry) => ({ ...entry, n: stats.recordings.by_status[entry.status] ?? 0 })).filter(({ n }) => n > 0);
  return (
    <div>
      <div aria-hidden="true" className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
        {parts.map(({ status, fill, n }) => (
          <div key={status} className={fill} style={{ flexGrow: n, minWidth: "0.375rem" }} />
        ))}
      </div>
      <ul className="mt-4 flex flex-col">
        {parts.map(({ status, fill, n }) => (
          <li key={status}>
            <Link to={`/recordings?status=${status}`} className="-mx-2 flex items-center gap-2.5 rounded-md px-2 py-1.5 text-sm hover:bg-muted">
              <span aria-hidden="true" className={`size-2.5 rounded-full ${fill}`} />
              {statusLabel(status)}
              <span className="ml-auto font-medium tabular-nums">{count(n)}</span>
              <span className="w-11 text-right text-xs tabular-nums text-muted-foreground">{Math.round((100 * n) / Math.max(1, total))} %</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
