import { cn } from "@verbatim/ui/cn";
import { memo, useState } from "react";
import { clock, spokenClock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { SelectBox } from "@/features/speakers/SelectBox";
import { CheckMark } from "@/features/workbench/CheckMark";
import { Writing } from "@/features/workbench/presence/People";
import type { Present } from "@/features/workbench/presence/present";
import type { Segment, Word } from "@/lib/types";
import { useTranscript } from "./context";
import { Doubtful } from "./Doubtful";
import { useDraft } from "./drafts";
import type { Match } from "./find";
import { RowActions } from "./RowActions";
import { SegmentEditor } from "./SegmentEditor";
import { SegmentText } from "./SegmentText";
import { SpeakerPill } from "./SpeakerPill";

interface SegmentRowProps {
  segment: Segment;
  words: readonly Word[] | undefined;
  matches: readonly Match[] | undefined;
  active: Match | null;
  current: boolean;
  /** The pointer or the focus is here. */
  live: boolean;
  selected: boolean;
  /** Something is chosen. */
  selecting: boolean;
  /** Its words are on their way to the server; `stuck` when they do not get there. */
  unsaved?: "waiting" | "stuck" | undefined;
  /** Somebody else who writes here. */
  writer?: Present | undefined;
  /** The speaker is named where the speaker changes. */
  newSpeaker: boolean;
}

/** Not when somebody went back to what the engine heard. */
const isCorrected = ({ edited_by: by, original_text: original, text }: Segment): boolean => by !== null && original !== null && original !== text;

export const SegmentRow = memo(function SegmentRow({ segment, words, matches, active, current, live, selected, selecting, unsaved, writer, newSpeaker }: SegmentRowProps) {
  const { drafts, editable, seek, choose, check, edit: open } = useTranscript();
  const draft = useDraft(drafts, segment.id);
  // Once built, a row keeps its menus: one of them may be open while the pointer is elsewhere.
  const [built, setBuilt] = useState(live);
  if (live && !built) setBuilt(true);
  const edit = () => open?.(segment);
  return (
    <div
      data-segment={segment.id}
      aria-current={current || undefined}
      className={cn(
        "group/row relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-lg px-3 pb-2 md:grid-cols-[10.5rem_minmax(0,1fr)_6.5rem]",
        newSpeaker ? "pt-4" : "pt-2",
        "aria-[current=true]:bg-accent/45",
        selected && "bg-accent/70",
        selecting && editable && "max-md:ps-10",
      )}
    >
      <div className="relative col-span-2 flex min-w-0 items-center gap-2 self-start font-sans md:col-span-1 md:justify-between md:pt-0.5">
        {editable && (built || selecting) && <SelectBox segment={segment} selected={selected} selecting={selecting} onChoose={choose} />}
        {newSpeaker || built ? <SpeakerPill segment={segment} shown={newSpeaker} /> : <span />}
        <button
          type="button"
          onClick={() => seek(segment.start_time)}
          aria-label={t("{start_time}, go to {spokenClock}", { start_time: clock(segment.start_time), spokenClock: spokenClock(segment.start_time) })}
          className="-order-1 shrink-0 rounded px-1 max-md:-ms-1 md:order-1 text-xs tabular-nums leading-7 text-muted-foreground hover:text-primary hover:underline"
        >
          {clock(segment.start_time)}
        </button>
      </div>
      <div className="min-w-0">
        {writer && <Writing by={writer} />}
        {draft && !draft.saving ? (
          <SegmentEditor segment={segment} draft={draft} words={words} />
        ) : (
          <Doubtful segment={segment} found={Boolean(matches?.length)}>
            <p data-text="" dir="auto" className="whitespace-pre-wrap break-words">
              <SegmentText text={draft?.saving ? draft.text : segment.text} words={words} matches={matches} active={active} corrected={isCorrected(segment)} fine={built || current} />
            </p>
          </Doubtful>
        )}
      </div>
      <div className="flex items-start justify-end max-md:flex-col-reverse max-md:items-end">
        {(unsaved || draft?.saving) && <Unsaved stuck={unsaved === "stuck"} />}
        {!draft && check && (built || segment.checked_by !== null) && <CheckMark segment={segment} onCheck={check} />}
        {editable && built && !draft && <RowActions segment={segment} edit={edit} />}
      </div>
    </div>
  );
});

function Unsaved({ stuck }: { stuck: boolean }) {
  return <span className={cn("pt-1.5 text-end font-sans text-xs", stuck ? "font-medium text-warning" : "text-muted-foreground")}>{stuck ? t("Not saved yet") : t("Saving…")}</span>;
}
