import { ago, exactTime } from "./format";

/** Relative on screen, exact in the title. */
export function TimeAgo({ iso, className }: { iso: string; className?: string }) {
  return (
    <time dateTime={iso} title={exactTime(iso)} className={className}>
      {ago(iso)}
    </time>
  );
}
