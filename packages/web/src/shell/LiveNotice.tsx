import { Button } from "@verbatim/ui/button";
import { clockTime } from "@verbatim/ui/format";
import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import { reconnect, useLiveState } from "@/lib/live/live";

/** A short break is nobody's business. */
const LASTS_MS = 1500;

/** A lost connection is said in the page, above everything else, as long as it lasts: what is shown may be out of date. */
export function LiveNotice() {
  const lost = useLiveState() === "reconnecting";
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => {
    const began = new Date();
    const timer = setTimeout(() => setSince(lost ? began : null), lost ? LASTS_MS : 0);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div role="status" className="sticky top-0 z-40 max-lg:top-14 lg:pl-60">
      {since && (
        <div className="flex animate-fade flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b border-border bg-secondary px-4 py-2 text-sm text-secondary-foreground">
          <CloudOff aria-hidden="true" className="size-4 shrink-0 text-warning" />
          <p>
            <span className="font-medium">Reconnecting…</span> The server has not been heard since {clockTime(since)}. What you see may be out of date.
          </p>
          <Button size="sm" onClick={reconnect}>
            Try now
          </Button>
        </div>
      )}
    </div>
  );
}
