import { cn } from "@verbatim/ui/cn";
import { clock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { CircleCheck } from "lucide-react";
import { useTranscript } from "@/features/transcript/context";
import type { Segment } from "@/lib/types";

interface CheckMarkProps {
  segment: Segment;
  onCheck: (segment: Segment, checked: boolean) => void;
}

/** Says that somebody found the text of a segment to be right. A plain button: it stands in every row. */
export function CheckMark({ segment, onCheck }: CheckMarkProps) {
  const { editable } = useTranscript();
  const { checked_by: by } = segment;
  const isChecked = by !== null;
  const who = by ? t("Checked by {by}", { by }) : t("Checked");
  if (!editable) return isChecked && <CircleCheck role="img" aria-label={who} className="m-2 size-4 shrink-0 text-success" />;
  return (
    <button
      type="button"
      aria-pressed={isChecked}
      aria-label={t("Checked, the segment at {start_time}", { start_time: clock(segment.start_time) })}
      title={isChecked ? who : t("Mark as checked")}
      onClick={() => onCheck(segment, !isChecked)}
      className={cn(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-md transition-opacity hover:bg-secondary pointer-coarse:size-11",
        isChecked ? "text-success" : "text-muted-foreground opacity-0 focus-visible:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100",
      )}
    >
      <CircleCheck aria-hidden="true" className="size-4" />
    </button>
  );
}
