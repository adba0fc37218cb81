import { Button } from "@verbatim/ui/button";
import type { Failure } from "@verbatim/ui/late";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { CircleAlert } from "lucide-react";
import { createPortal } from "react-dom";

/** A part of the frame that could not be fetched says so in a corner; the page goes on. */
export function LateNotice({ what, failure }: { what: string; failure: Failure }) {
  // Outside of what asked for it: a blurred bar would be the window to what is fixed in it.
  return createPortal(
    <div role="alert" className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-md animate-slide items-start gap-3 rounded-xl border border-border bg-card p-4 text-card-foreground shadow-pop">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-destructive" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-medium">{rich("{what} could not be opened", { what })}</p>
        <p className="mt-0.5 leading-relaxed text-muted-foreground">{failure.message}</p>
      </div>
      <Button size="sm" variant="outline" onClick={failure.retry}>
        {failure.reason === "outdated" ? t("Reload") : t("Try again")}
      </Button>
    </div>,
    document.body,
  );
}
