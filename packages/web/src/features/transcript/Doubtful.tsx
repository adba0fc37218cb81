import { Button } from "@verbatim/ui/button";
import { clock } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { Check, ChevronRight, CircleHelp, Play, Undo2, X } from "lucide-react";
import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { useState, type ReactNode } from "react";
import type { Segment } from "@/lib/types";
import { useTranscript } from "./context";
import { reasonOf, useDecide, type Decision } from "./doubts";

const SMALL = "h-6! gap-1! px-1.5! text-xs!";

interface DoubtfulProps {
  segment: Segment;
  /** Something in the text was searched for, so it shows. */
  found: boolean;
  children: ReactNode;
}

/**
 * Text that looks like an invention of the engine: folded behind its reason when that is likely, marked when it may be.
 * What a person kept is text like any other.
 */
export function Doubtful({ segment, found, children }: DoubtfulProps) {
  const [isOpen, setOpen] = useState(false);
  if (!segment.doubt || segment.decision === "keep") return children;
  const dropped = segment.decision === "drop";
  const shown = !segment.folded || isOpen || found;
  const at = clock(segment.start_time);
  return (
    <>
      {shown && <div className={cn(dropped && "text-muted-foreground line-through decoration-1")}>{children}</div>}
      <div role="group" aria-label={t("Doubtful text at {at}", { at })} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-0.5 font-sans text-xs leading-5 text-muted-foreground">
        <CircleHelp aria-hidden="true" className="size-3.5 shrink-0" />
        <span dir="ltr">{dropped ? t("Dropped: left out of files") : t("Doubtful: {segment}", { segment: reasonOf(segment) })}</span>
        {segment.folded && (
          <Button size="sm" variant="subtle" className={SMALL} aria-expanded={shown} aria-label={shown ? t("Hide the text at {at}", { at }) : t("Show the text at {at}", { at })} onClick={() => setOpen(!shown)}>
            <ChevronRight aria-hidden="true" className={cn("transition-transform rtl:rotate-180", shown && "rotate-90 rtl:rotate-90")} />
            {shown ? t("Hide the text") : t("Show the text")}
          </Button>
        )}
        <Choices segment={segment} />
      </div>
    </>
  );
}

function Choices({ segment }: { segment: Segment }) {
  const { transcriptId, recordingId, editable, hear } = useTranscript();
  const decide = useDecide(transcriptId, recordingId);
  const at = clock(segment.start_time);
  const before = segment.decision ?? null;

  function choose(decision: Decision, message: string) {
    const undo = () => decide.mutate({ ids: [segment.id], decision: before });
    decide.mutate({ ids: [segment.id], decision }, { onSuccess: () => toast("info", message, { action: { label: t("Undo"), run: undo } }) });
  }

  return (
    <>
      <Button size="sm" variant="subtle" className={SMALL} aria-label={t("Hear the text at {at}", { at })} onClick={() => hear(segment.start_time, segment.end_time)}>
        <Play aria-hidden="true" />
        {t("Hear")}
      </Button>
      {editable && (
        <Button size="sm" variant="subtle" className={SMALL} aria-label={t("Keep the text at {at}", { at })} disabled={decide.isPending} onClick={() => choose("keep", t("Kept as text"))}>
          <Check aria-hidden="true" />
          {t("Keep")}
        </Button>
      )}
      {editable && before !== "drop" && (
        <Button size="sm" variant="subtle" className={SMALL} aria-label={t("Drop the text at {at}", { at })} disabled={decide.isPending} onClick={() => choose("drop", t("Dropped: it stays stored and is left out of files"))}>
          <X aria-hidden="true" />
          {t("Drop")}
        </Button>
      )}
      {editable && before === "drop" && (
        <Button size="sm" variant="subtle" className={SMALL} aria-label={t("Take back the decision on the text at {at}", { at })} disabled={decide.isPending} onClick={() => choose(null, t("Doubtful again"))}>
          <Undo2 aria-hidden="true" />
          {t("Take back")}
        </Button>
      )}
    </>
  );
}
