import { useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@verbatim/ui/errors";
import { count } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useCallback } from "react";
import type { Player } from "@/features/transcript/player";
import type { Segment, Transcript } from "@/lib/types";
import { nextUnchecked, useCheck } from "./checks";
import { nextDoubt } from "./doubtful";

/** Browsers round times: a little further is surely inside. */
const INTO = 0.01;

interface Work {
  /** Marks as checked, or takes that back. */
  check: (segment: Segment, checked: boolean) => void;
  /** Marks where one is, and goes on to the next that is not. */
  checkAndGo: (place: number) => void;
  goUnchecked: (place: number) => void;
  goDoubtful: () => void;
}

/** Going through a text from doubt to doubt. `go` brings a place into view. */
export function useWork(transcript: Transcript, player: Player, go: (place: number) => void): Work {
  const { id, recording_id: recordingId, segments } = transcript;
  const client = useQueryClient();
  const { mutate } = useCheck(id, recordingId);
  const check = useCallback((segment: Segment, checked: boolean) => mutate({ segment, checked }), [mutate]);

  function goTo(place: number, time?: number) {
    const segment = segments[place];
    if (!segment) return;
    // Keys go on from here, not from the row that had the focus.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.closest("[data-segment]")) focused.blur();
    player.seek((time ?? segment.start_time) + INTO);
    go(place);
  }

  function goUnchecked(place: number) {
    const next = nextUnchecked(segments, place);
    if (next === -1) toast("success", t("Everything is checked"));
    else goTo(next);
  }

  return {
    check,
    goUnchecked,
    checkAndGo: (place) => {
      const segment = segments[place];
      if (segment && segment.checked_by === null) check(segment, true);
      const rest = segments.map((one, at) => (at === place ? { checked_by: "" } : one));
      const next = nextUnchecked(rest, place);
      if (next === -1) toast("success", t("Everything is checked"));
      else goTo(next);
    },
    goDoubtful: () =>
      void nextDoubt(client, id, segments, player.time).then(
        (found) => {
          if (found.kind === "word") goTo(found.place, found.time);
          else if (found.kind === "none") toast("info", t("There is no doubtful word behind this place"));
          else toast("info", t("No doubtful word in the next {count} segments", { count: count(found.segments) }));
        },
        (error: unknown) => toast("error", messageOf(error)),
      ),
  };
}
