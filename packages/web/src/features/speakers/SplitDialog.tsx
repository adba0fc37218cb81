import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { Select } from "@verbatim/ui/select";
import { Skeleton } from "@verbatim/ui/skeleton";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from "react";
import { useWords } from "@/features/transcript/api";
import { speakerName, useTranscript } from "@/features/transcript/context";
import type { Segment, Word } from "@/lib/types";
import { useSplit } from "./assign";

interface SplitDialogProps {
  segment: Segment;
  /** Its place in the transcript. */
  place: number;
  /** The word somebody was at. */
  at: number | null;
  onClose: () => void;
}

const SOMEBODY_ELSE = "\u0000new";

/** Cuts a segment in which two people speak: the second part begins with a word, and is somebody's. */
export default function SplitDialog({ segment, place, at, onClose }: SplitDialogProps) {
  const { transcriptId } = useTranscript();
  const words = useWords(transcriptId, [place])(segment.id);
  return (
    <Dialog open wide onOpenChange={onClose} title={t("Split the segment")} description={t("Choose the word with which the second part begins. No time is changed.")}>
      {words === undefined && <Skeleton className="h-32" />}
      {words && words.length < 2 && <p className="text-sm text-muted-foreground">{t("This segment has no words that it could be split at.")}</p>}
      {words && words.length > 1 && <SplitForm segment={segment} words={words} at={at} onClose={onClose} />}
    </Dialog>
  );
}

type SplitFormProps = Omit<SplitDialogProps, "place"> & { words: readonly Word[] };

function SplitForm({ segment, words, at, onClose }: SplitFormProps) {
  const { transcriptId, recordingId, speakers } = useTranscript();
  const [cut, setCut] = useState(Math.max(1, Math.min(words.length - 1, at ?? Math.ceil(words.length / 2))));
  const others = speakers.map(speakerName).filter((name) => name !== segment.speaker);
  const [whose, setWhose] = useState("");
  const [name, setName] = useState("");
  const split = useSplit(transcriptId, recordingId);
  const speaker = whose === SOMEBODY_ELSE ? name.trim() : whose;
  const ready = whose !== SOMEBODY_ELSE || name.trim() !== "";

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!ready || split.isPending) return;
    const done = () => {
      toast("success", t("The segment was split"));
      onClose();
    };
    split.mutate({ segment, at: cut, speaker: speaker || undefined }, { onSuccess: done });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {split.error && <Notice tone="danger">{messageOf(split.error)}</Notice>}
      <Words words={words} cut={cut} onCut={setCut} />
      <Field label={t("The second part is said by")}>
        {(control) => (
          <Select
            {...control}
            className="w-full sm:w-72"
            value={whose}
            options={[
              { value: "", label: segment.speaker ? t("{speaker}, as the first", { speaker: segment.speaker }) : t("Nobody is named") },
              ...others.map((other) => ({ value: other, label: other })),
              { value: SOMEBODY_ELSE, label: t("Somebody else…") },
            ]}
            onValueChange={setWhose}
          />
        )}
      </Field>
      {whose === SOMEBODY_ELSE && <Field label={t("Name")}>{(control) => <Input {...control} className="sm:w-72" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />}</Field>}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button type="submit" variant="primary" pending={split.isPending} disabled={!ready}>
          {t("Split")}
        </Button>
      </div>
    </form>
  );
}

interface WordsProps {
  words: readonly Word[];
  cut: number;
  onCut: (place: number) => void;
}

/** One stop for the Tab key; arrow keys go from word to word in the direction of the text. */
function Words({ words, cut, onCut }: WordsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [first] = useState(cut);
  useEffect(() => box.current?.querySelector<HTMLElement>(`[data-place="${first}"]`)?.focus(), [first]);

  function go(place: number) {
    const next = Math.max(1, Math.min(words.length - 1, place));
    onCut(next);
    box.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const isRight = box.current !== null && getComputedStyle(box.current).direction === "rtl";
    const steps: Record<string, number> = { ArrowRight: isRight ? -1 : 1, ArrowLeft: isRight ? 1 : -1, ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) go(cut + step);
    else if (event.key === "Home") go(1);
    else if (event.key === "End") go(words.length - 1);
    else return;
    event.preventDefault();
  }

  return (
    <div ref={box} role="radiogroup" aria-label={t("The second part begins with")} dir="auto" className="max-h-72 overflow-y-auto rounded-lg border border-border p-3 text-base leading-8">
      {words.map((word, place) =>
        place === 0 ? (
          <span key={word.start} className="px-1">
            {word.text}{" "}
          </span>
        ) : (
          // A word may be said twice at the same time.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={place}>
            <button
              type="button"
              role="radio"
              aria-checked={place === cut}
              data-place={place}
              tabIndex={place === cut ? 0 : -1}
              onClick={() => go(place)}
              onKeyDown={onKeyDown}
              className={cn("rounded px-1 hover:bg-secondary", place >= cut && "bg-accent text-accent-foreground hover:bg-accent", place === cut && "border-s-2 border-primary font-semibold")}
            >
              {word.text}
            </button>{" "}
          </span>
        ),
      )}
    </div>
  );
}
