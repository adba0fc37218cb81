import { EmptyState } from "@verbatim/ui/states";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { useHistoryStep } from "@/features/rail/history/api";
import { CorrectionsNotice } from "@/features/corrections/late";
import { SelectionBar, SplitDialog, VoiceSuggestions } from "@/features/speakers/late";
import { useSelection } from "@/features/speakers/selection";
import { voiceProfilesQuery } from "@/features/voices/api";
import { nameOf, People } from "@/features/workbench/presence/People";
import { usePresence } from "@/features/workbench/presence/usePresence";
import { SavedState } from "@/features/workbench/SavedState";
import { useWork } from "@/features/workbench/useWork";
import { WorkRow } from "@/features/workbench/WorkRow";
import { useOutbox } from "@/lib/outbox/useOutbox";
import { usePref } from "@/lib/prefs";
import type { Segment, Stretch, Transcript } from "@/lib/types";
import { TranscriptContext } from "./context";
import { useLatestDraft, useOpenDrafts } from "./drafts";
import { FindBar } from "./FindBar";
import { hear } from "./hear";
import { onHearing } from "./hearing";
import { segmentAt } from "./lookup";
import { ConflictDialog } from "./late";
import { PlayerBar } from "./PlayerBar";
import type { Player } from "./player";
import { ReaderFacts, ReaderTools } from "./ReaderToolbar";
import { useReading } from "./reading";
import { useCurrentSegment } from "./spoken";
import { TranscriptList } from "./TranscriptList";
import { useEditing } from "./useEditing";
import { useFind } from "./useFind";
import { useFollow } from "./useFollow";
import { useFindKey, useShortcuts, useUndoKeys, type Shortcuts } from "./useShortcuts";
import { useWordClicks } from "./useWordClicks";

const NONE: readonly Stretch[] = [];

const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-segment="${CSS.escape(id)}"]`);

/** The word of a segment that is lit: the one being said, or that somebody clicked. */
function wordLit(id: string): number | null {
  const place = rowOf(id)?.querySelector<HTMLElement>("[data-spoken]")?.dataset.w;
  return place === undefined ? null : Number(place);
}

const segmentInFocus = (): string | undefined => document.activeElement?.closest<HTMLElement>("[data-segment]")?.dataset.segment;

interface TranscriptReaderProps {
  transcript: Transcript;
  player: Player;
  duration: number;
  /** Seconds to open at, from the address. */
  openTime: number | null;
  editable: boolean;
  /** Not editable because this person may only read. */
  isReader: boolean;
  onShortcuts: () => void;
  /** Filled with what takes the page to a second of the recording. */
  placeRef: RefObject<((seconds: number) => void) | null>;
}

/** Reading, listening to, finding in and correcting one transcript. */
export function TranscriptReader({ transcript, player, duration, openTime, editable, isReader, onShortcuts, placeRef }: TranscriptReaderProps) {
  const { id: transcriptId, recording_id: recordingId, speakers } = transcript;
  const missed = transcript.not_understood ?? NONE;
  const editing = useEditing(transcriptId, recordingId, transcript.segments);
  const { drafts, save, segments } = editing;
  const { away } = useOutbox().view;
  const reading = useReading();
  const [unsure, setUnsure] = usePref<"on" | "off">("reading.unsure", ["on", "off"]);
  const follow = useFollow();
  const current = useCurrentSegment(player, segments);
  const openAt = openTime === null ? null : Math.max(0, segmentAt(segments, openTime));
  const find = useFind(segments, () => Math.max(0, current, openAt ?? 0));

  useEffect(() => {
    if (openTime !== null) player.seek(openTime);
  }, [openTime, player]);

  useEffect(() => onHearing(({ from, to }) => hear(player, from, to)), [player]);

  const seek = useCallback((time: number) => player.seek(time), [player]);
  const [goal, setGoal] = useState<{ place: number } | null>(null);
  useEffect(() => {
    placeRef.current = (time) => {
      player.seek(time);
      setGoal({ place: Math.max(0, segmentAt(segments, time)) });
    };
    return () => {
      placeRef.current = null;
    };
  }, [placeRef, player, segments]);
  const toggle = useCallback(() => player.toggle(), [player]);
  const listen = useCallback((from: number, to: number) => hear(player, from, to), [player]);
  const { selection, chosen, choose, step, clear } = useSelection(segments);
  const [splitting, setSplitting] = useState<{ id: string; at: number | null } | null>(null);
  const split = useCallback((id: string, at?: number) => setSplitting({ id, at: at ?? wordLit(id) }), []);
  const voices = useQuery({ ...voiceProfilesQuery, enabled: editable }).data?.enabled ?? false;
  const work = useWork(transcript, player, (place) => setGoal({ place }));
  const { check } = work;
  const { others, writing } = usePresence(transcriptId, useLatestDraft(drafts), useOpenDrafts(drafts) > 0);
  const writers = useRef(writing);
  useEffect(() => {
    writers.current = writing;
  });
  const edit = useCallback(
    (segment: Segment) => {
      const begin = () => drafts.begin(segment.id, segment.text, segment.version);
      const by = writers.current.get(segment.id);
      if (!by) return begin();
      toast("info", t("{by} is writing here. If both of you save, whoever is second chooses which text stays.", { by: nameOf(by) }), { action: { label: t("Edit all the same"), run: begin } });
    },
    [drafts],
  );
  const context = useMemo(
    () => ({ transcriptId, recordingId, speakers, drafts, editable, save, seek, toggle, hear: listen, split, choose, check, edit, voices }),
    [transcriptId, recordingId, speakers, drafts, editable, save, seek, toggle, listen, split, choose, check, edit, voices],
  );

  const cutting = splitting === null ? undefined : segments.find(({ id }) => id === splitting.id);

  const showSegment = (id: string) => setGoal({ place: Math.max(0, segments.findIndex((one) => one.id === id)) });
  const findInput = useRef<HTMLInputElement>(null);
  const { show } = find;
  const openFind = useCallback(() => {
    show();
    requestAnimationFrame(() => findInput.current?.select());
  }, [show]);
  const isFinding = useCallback(() => findInput.current !== null && document.activeElement === findInput.current, []);
  useFindKey(openFind, isFinding);
  const { mutate: stepBack } = useHistoryStep(recordingId, transcriptId);
  useUndoKeys(editable, (step) => stepBack({ do: step }));

  const editCurrent = () => {
    const segment = segments[Math.max(0, current)];
    if (segment && editable) edit(segment);
  };
  const here = () => segmentInFocus() ?? segments[Math.max(0, current)]?.id;
  const withHere = (act: (id: string) => void) => () => {
    const id = here();
    if (id !== undefined) act(id);
  };
  const place = () => Math.max(0, segments.findIndex(({ id }) => id === here()));
  const changing: Shortcuts = editable
    ? {
        edit: editCurrent,
        check: () => work.checkAndGo(place()),
        unchecked: () => work.goUnchecked(place()),
        split: withHere((id) => split(id)),
        choose: withHere((id) => choose(id, false)),
        chooseDown: () => step(1, here()),
        chooseUp: () => step(-1, here()),
        ...(chosen.length > 0 ? { leave: clear } : {}),
      }
    : {};
  useShortcuts({ follow: follow.toggle, doubtful: work.goDoubtful, ...changing, ...(find.open ? { leave: find.close } : {}) });
  useWordClicks(segments, player);

  return (
    <TranscriptContext value={context}>
      <WorkRow
        transcript={transcript}
        editable={editable}
        state={
          <>
            {editable && <SavedState transcriptId={transcriptId} drafts={drafts} onShow={showSegment} />}
            <People others={others} onShow={showSegment} />
          </>
        }
        tools={<ReaderTools transcript={transcript} reading={reading} showUnsure={unsure === "on"} setShowUnsure={(on) => setUnsure(on ? "on" : "off")} />}
        onFind={openFind}
        onStep={(step) => stepBack({ do: step })}
        onDoubtful={work.goDoubtful}
        onUnchecked={() => work.goUnchecked(current)}
      />
      <ReaderFacts transcript={transcript} isReader={isReader} />
      {editable && transcript.corrections > 0 && <CorrectionsNotice transcript={transcript} goTo={(time) => placeRef.current?.(time)} />}
      {find.open && <FindBar find={find} input={findInput} />}
      {voices && <VoiceSuggestions transcriptId={transcriptId} speakers={speakers} />}
      {segments.length === 0 && missed.length === 0 ? (
        <EmptyState icon={<FileText aria-hidden="true" />} title={t("Nothing was said")}>
          {t("The engine found no speech in this recording. Try another language, or another engine.")}
        </EmptyState>
      ) : (
        <TranscriptList segments={segments} missed={missed} player={player} current={current} find={find} follow={follow} reading={reading} showUnsure={unsure === "on"} selection={selection} waiting={editing.waiting} writing={writing} away={away} language={transcript.language} openAt={openAt} goal={goal} />
      )}
      {chosen.length > 0 && <SelectionBar chosen={chosen} onClear={clear} />}
      {cutting && <SplitDialog segment={cutting} place={segments.indexOf(cutting)} at={splitting?.at ?? null} onClose={() => setSplitting(null)} />}
      <PlayerBar player={player} recordingId={recordingId} duration={duration} follow={follow} onShortcuts={onShortcuts} />
      {editing.conflict && <ConflictDialog conflict={editing.conflict} onKeepMine={editing.keepMine} onTakeTheirs={editing.takeTheirs} onClose={editing.dismiss} />}
    </TranscriptContext>
  );
}
