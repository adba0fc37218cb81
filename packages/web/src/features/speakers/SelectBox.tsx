import { Checkbox } from "@verbatim/ui/checkbox";
import { cn } from "@verbatim/ui/cn";
import { clock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { useRef } from "react";
import type { Segment } from "@/lib/types";

interface SelectBoxProps {
  segment: Segment;
  selected: boolean;
  /** Something is chosen, so every row shows its box. */
  selecting: boolean;
  onChoose: (id: string, extend: boolean) => void;
}

/** Chooses a segment; with Shift, everything from the one that was chosen before. */
export function SelectBox({ segment, selected, selecting, onChoose }: SelectBoxProps) {
  const shift = useRef(false);
  return (
    <span
      onClickCapture={(event) => {
        shift.current = event.shiftKey;
      }}
      className={cn(
        "absolute -start-7 top-1.5 transition-opacity md:-start-8 md:top-2",
        // On a phone there is no room beside the text until somebody chooses; a row's menu begins it.
        !selecting && "opacity-0 focus-within:opacity-100 group-hover/row:opacity-100 max-md:hidden pointer-coarse:opacity-60",
      )}
    >
      <Checkbox label={t("Choose the segment at {start_time}", { start_time: clock(segment.start_time) })} checked={selected} onCheckedChange={() => onChoose(segment.id, shift.current)} />
    </span>
  );
}
