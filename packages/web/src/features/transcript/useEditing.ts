import { useCallback, useEffect, useMemo } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { useOutbox, useWaitingOf } from "@/lib/outbox/useOutbox";
import type { Waiting } from "@/lib/outbox/disk";
import { drawnForUser } from "@/lib/session";
import type { Segment } from "@/lib/types";
import type { Conflict } from "./ConflictDialog";
import { Drafts } from "./drafts";

export interface Editing {
  drafts: Drafts;
  /** What the server does not have yet, by segment. */
  waiting: ReadonlyMap<string, Waiting>;
  /** The segments as whoever writes here sees them: with what waits. */
  segments: readonly Segment[];
  save: (segment: Segment) => void;
  conflict: Conflict | null;
  keepMine: () => void;
  takeTheirs: () => void;
  dismiss: () => void;
}

/** The segments with the words that are on their way; the others stay the same objects, so that their rows do not render. */
export function withWaiting(segments: readonly Segment[], waiting: ReadonlyMap<string, Waiting>): readonly Segment[] {
  if (waiting.size === 0) return segments;
  return segments.map((segment) => {
    const change = waiting.get(segment.id);
    return change ? { ...segment, text: change.text } : segment;
  });
}

/** Saving segments: what is saved waits on disk until the server has it, so that nothing is lost on the way. */
export function useEditing(transcriptId: string, recordingId: string, known: readonly Segment[]): Editing {
  const drafts = useMemo(() => new Drafts(transcriptId, drawnForUser()), [transcriptId]);
  const { box } = useOutbox();
  const waiting = useWaitingOf(transcriptId);
  const segments = useMemo(() => withWaiting(known, waiting), [known, waiting]);

  // Whoever goes on writing while an earlier text is on its way writes on top of that one.
  useEffect(
    () =>
      box.onSaved(({ segmentId, text, version }, saved) => {
        if (drafts.get(segmentId)?.version === version) drafts.rebase(segmentId, saved, text);
      }),
    [box, drafts],
  );

  const save = useCallback(
    (segment: Segment) => {
      const draft = drafts.get(segment.id);
      if (!draft || draft.saving) return;
      if (draft.text === segment.text) return drafts.end(segment.id);
      if (draft.text.trim() === "") return drafts.fail(segment.id, t("A segment needs some text. Delete the segment to take it out."));
      drafts.saving(segment.id);
      box.keep({ recordingId, transcriptId, segmentId: segment.id, text: draft.text, version: draft.version, base: draft.base }).then(
        () => {
          drafts.end(segment.id);
          void box.flush();
        },
        (error: unknown) => drafts.fail(segment.id, messageOf(error)),
      );
    },
    [box, drafts, recordingId, transcriptId],
  );

  const asking = [...waiting.values()].find(({ state }) => state === "asking");
  const current = asking && known.find(({ id }) => id === asking.segmentId);
  return {
    drafts,
    waiting,
    segments,
    save,
    conflict: asking && current ? { yours: asking.text, current: current.text } : null,
    keepMine: () => void (asking && current && box.again(asking.key, current.version)),
    takeTheirs: () => void (asking && box.drop(asking.key)),
    dismiss: () => {
      if (!asking || !current) return;
      drafts.begin(current.id, current.text, current.version);
      drafts.type(current.id, asking.text);
      void box.drop(asking.key);
    },
  };
}
