import { cn } from "@verbatim/ui/cn";
import { IconButton } from "@verbatim/ui/icon-button";
import { t } from "@verbatim/ui/texts";
import { CircleCheck, CircleHelp, Redo2, Search, Undo2 } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useShownKey } from "@/lib/actions/useKeys";
import type { Transcript } from "@/lib/types";
import { checkedShare } from "./checks";

interface WorkRowProps {
  transcript: Transcript;
  editable: boolean;
  /** Whether everything is saved, and who else is here. */
  state: ReactNode;
  /** How the text looks, and taking it away. */
  tools: ReactNode;
  onFind: () => void;
  onStep: (step: "undo" | "redo") => void;
  onDoubtful: () => void;
  onUnchecked: () => void;
}

/** Whether what stands above has been scrolled away, so that the row says which recording this is. */
function useStuck() {
  const mark = useRef<HTMLDivElement>(null);
  const [stuck, setStuck] = useState(false);
  useEffect(() => {
    const element = mark.current;
    if (!element || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver(([entry]) => setStuck(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 100), { rootMargin: "-60px 0px 0px 0px" });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { mark, stuck };
}

/** What one works with, always in view: what this is, whether it is saved, how far it is checked, and the way back and forth. */
export function WorkRow({ transcript, editable, state, tools, onFind, onStep, onDoubtful, onUnchecked }: WorkRowProps) {
  const { mark, stuck } = useStuck();
  const doubtfulKey = useShownKey("doubtful");
  return (
    <>
      <div ref={mark} aria-hidden="true" />
      <div
        role="toolbar"
        aria-label={t("Transcript")}
        className={cn(
          "sticky top-[calc(3.5rem+var(--notice,0px))] z-20 -mx-3 mb-2 flex h-12 items-center gap-x-1.5 rounded-b-lg border-b border-border bg-background px-3 sm:gap-x-3 lg:top-[var(--notice,0px)]",
          stuck && "shadow-card",
        )}
      >
        {stuck && (
          <p dir="auto" className="min-w-0 shrink truncate text-sm font-medium max-sm:hidden">
            {transcript.recording_title}
          </p>
        )}
        {state}
        <div className="ms-auto flex shrink-0 items-center gap-0.5 sm:gap-1">
          <Progress transcript={transcript} editable={editable} onUnchecked={onUnchecked} />
          <IconButton label={t("Next doubtful word")} shortcut={doubtfulKey} onClick={onDoubtful}>
            <CircleHelp aria-hidden="true" />
          </IconButton>
          {editable && (
            <>
              <IconButton label={t("Take back your last change")} shortcut={t("Ctrl Z")} onClick={() => onStep("undo")}>
                <Undo2 aria-hidden="true" />
              </IconButton>
              <IconButton label={t("Make it again")} shortcut={t("Ctrl Shift Z")} className="max-sm:hidden" onClick={() => onStep("redo")}>
                <Redo2 aria-hidden="true" />
              </IconButton>
            </>
          )}
          <IconButton label={editable ? t("Find and replace") : t("Find in this transcript")} shortcut={t("Ctrl F")} onClick={onFind}>
            <Search aria-hidden="true" />
          </IconButton>
          {tools}
        </div>
      </div>
    </>
  );
}

function Progress({ transcript, editable, onUnchecked }: Pick<WorkRowProps, "transcript" | "editable" | "onUnchecked">) {
  const key = useShownKey("unchecked");
  const share = checkedShare(transcript.segments);
  const isDone = share === 100;
  if (transcript.segments.length === 0 || (!editable && share === 0)) return null;
  return (
    <button
      type="button"
      title={isDone ? t("Everything is checked") : t("Go to the next that is not checked{value}", { value: key ? ` (${key})` : "" })}
      onClick={onUnchecked}
      className={cn("relative flex h-8 items-center gap-1.5 overflow-hidden rounded-md px-2 text-[0.8125rem] tabular-nums hover:bg-secondary", isDone ? "text-success" : "text-muted-foreground")}
    >
      <CircleCheck aria-hidden="true" className="size-4" />
      {share} %<span className="max-sm:sr-only">{t("checked")}</span>
      <span aria-hidden="true" className="absolute inset-x-2 bottom-0.5 h-0.5 rounded-full bg-secondary">
        <span className="block h-full rounded-full bg-success transition-[width]" style={{ width: `${share}%` }} />
      </span>
    </button>
  );
}
