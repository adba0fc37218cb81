import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { Segment, Transcript } from "@/lib/types";

type Checkable = Pick<Segment, "checked_by">;

/** How much of a text somebody has found to be right, in whole per cent: all of it only when nothing is left. */
export function checkedShare(segments: readonly Checkable[]): number {
  if (segments.length === 0) return 0;
  return Math.floor((100 * segments.filter(({ checked_by: by }) => by !== null).length) / segments.length);
}

/** The place of the next segment after `from` that nobody has checked, going on from the top; -1 when there is none. */
export function nextUnchecked(segments: readonly Checkable[], from: number): number {
  for (let step = 1; step <= segments.length; step += 1) {
    const place = (from + step + segments.length) % segments.length;
    if (segments[place]?.checked_by === null) return place;
  }
  return -1;
}

/** Marks a segment as right, or takes that back; shown at once, and back as it was when the server refuses. */
export function useCheck(transcriptId: string, recordingId: string) {
  const client = useQueryClient();
  const show = (segment: Segment) =>
    client.setQueryData<Transcript | null>(
      keys.transcriptOf(recordingId),
      (transcript) => transcript && { ...transcript, segments: transcript.segments.map((other) => (other.id === segment.id ? { ...segment, words: null } : other)) },
    );
  const known = (id: string) => client.getQueryData<Transcript | null>(keys.transcriptOf(recordingId))?.segments.find((segment) => segment.id === id);
  return useMutation({
    // One after the other: the version of the second is what the first has made.
    scope: { id: `check ${transcriptId}` },
    mutationFn: ({ segment, checked }: { segment: Segment; checked: boolean }) =>
      unwrap(
        api.POST("/api/transcripts/{transcript_id}/segments/check", {
          params: { path: { transcript_id: transcriptId } },
          body: { segment_ids: [segment.id], checked, versions: { [segment.id]: known(segment.id)?.version ?? segment.version } },
        }),
      ),
    onMutate: ({ segment, checked }) => void show({ ...(known(segment.id) ?? segment), checked_by: checked ? "" : null }),
    onSuccess: ({ segments }) => segments.forEach(show),
    onError: (_, { segment }) => {
      show(segment);
      void client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) });
    },
  });
}
