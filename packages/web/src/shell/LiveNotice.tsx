import { LoaderCircle } from "lucide-react";
import { useEffect, useState } from "react";
import { useLiveState } from "@/lib/live/live";

/** A lost connection is said discreetly, and only when it lasts. */
export function LiveNotice() {
  const lost = useLiveState() === "reconnecting";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(lost), lost ? 1500 : 0);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-50 flex justify-center">
      {shown && (
        <p className="inline-flex animate-slide items-center gap-2 rounded-full border border-border bg-card px-3.5 py-1.5 text-xs font-medium text-muted-foreground shadow-pop">
          <LoaderCircle aria-hidden="true" className="size-3.5 animate-spin" />
          Reconnecting…
        </p>
      )}
    </div>
  );
}
