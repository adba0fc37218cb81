import { useCallback, useMemo, useState } from "react";
import { messageOf } from "@verbatim/ui/errors";
import type { Segment } from "@/lib/types";
import { conflictOf, useSaveSegment } from "./api";
import type { Conflict } from "./ConflictDialog";
import { drawnForUser } from "@/lib/session";
import { Drafts } from "./drafts";

export interface Editing {
  drafts: Drafts;
  save: (segment: Segment) => void;
  conflict: Conflict | null;
  keepMine: () => void;
  takeTheirs: () => void;
  dismiss: () => void;
}

/** Saving segments: optimistic, with the draft kept until the server has the text. */
export function useEditing(transcriptId: string, recordingId: string): Editing {
  const drafts = useMemo(() => new Drafts(transcriptId, drawnForUser()), [transcriptId]);
  // Several segments may be on their way at once, so each promise is awaited: mutate's callbacks follow only the last.
  const { mutateAsync } = useSaveSegment(transcriptId, recordingId);
  const [clash, setClash] = useState<{ yours: string; current: Segment } | null>(null);

  const send = useCallback(
    (segment: Segment, text: string, version: number) => {
      drafts.saving(segment.id);
      mutateAsync({ segment, text, version }).then(
        () => drafts.end(segment.id),
        (error: unknown) => {
          const current = conflictOf(error);
          drafts.fail(segment.id, current ? null : messageOf(error));
          if (current) setClash({ yours: text, current });
        },
      );
    },
    [drafts, mutateAsync],
  );

  const save = useCallback(
    (segment: Segment) => {
      const draft = drafts.get(segment.id);
      if (!draft || draft.saving) return;
      if (draft.text === segment.text) drafts.end(segment.id);
      else if (draft.text.trim() === "") drafts.fail(segment.id, "A segment needs some text. Delete the segment to take it out.");
      else send(segment, draft.text, draft.version);
    },
    [drafts, send],
  );

  const settle = (how: (clash: { yours: string; current: Segment }) => void) => () => {
    if (clash) how(clash);
    setClash(null);
  };
  return {
    drafts,
    save,
    conflict: clash && { yours: clash.yours, current: clash.current.text },
    keepMine: settle(({ yours, current }) => send(current, yours, current.version)),
    takeTheirs: settle(({ current }) => drafts.end(current.id)),
    dismiss: settle(({ current }) => drafts.rebase(current.id, current.version)),
  };
}
