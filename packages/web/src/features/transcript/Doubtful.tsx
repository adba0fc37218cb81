import { Button } from "@verbatim/ui/button";
import { clock } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { Check, ChevronRight, CircleHelp, Play, Undo2, X } from "lucide-react";
import { cn } from "@verbatim/ui/cn";
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
      <div role="group" aria-label={`Doubtful text at ${at}`} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-0.5 font-sans text-xs leading-5 text-muted-foreground">
        <CircleHelp aria-hidden="true" className="size-3.5 shrink-0" />
        <span dir="ltr">{dropped ? "Dropped: left out of files" : `Doubtful: ${reasonOf(segment)}`}</span>
        {segment.folded && (
          <Button size="sm" variant="subtle" className={SMALL} aria-expanded={shown} aria-label={`${shown ? "Hide" : "Show"} the text at ${at}`} onClick={() => setOpen(!shown)}>
            <ChevronRight aria-hidden="true" className={cn("transition-transform rtl:rotate-180", shown && "rotate-90 rtl:rotate-90")} />
            {shown ? "Hide the text" : "Show the text"}
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
    decide.mutate({ ids: [segment.id], decision }, { onSuccess: () => toast("info", message, { action: { label: "Undo", run: undo } }) });
  }

  return (
    <>
      <Button size="sm" variant="subtle" className={SMALL} aria-label={`Hear the text at ${at}`} onClick={() => hear(segment.start_time, segment.end_time)}>
        <Play aria-hidden="true" />
        Hear
      </Button>
      {editable && (
        <Button size="sm" variant="subtle" className={SMALL} aria-label={`Keep the text at ${at}`} disabled={decide.isPending} onClick={() => choose("keep", "Kept as text")}>
          <Check aria-hidden="true" />
          Keep
        </Button>
      )}
      {editable && before !== "drop" && (
        <Button size="sm" variant="subtle" className={SMALL} aria-label={`Drop the text at ${at}`} disabled={decide.isPending} onClick={() => choose("drop", "Dropped: it stays stored and is left out of files")}>
          <X aria-hidden="true" />
          Drop
        </Button>
      )}
      {editable && before === "drop" && (
        <Button size="sm" variant="subtle" className={SMALL} aria-label={`Take back the decision on the text at ${at}`} disabled={decide.isPending} onClick={() => choose(null, "Doubtful again")}>
          <Undo2 aria-hidden="true" />
          Take back
        </Button>
      )}
    </>
  );
}
