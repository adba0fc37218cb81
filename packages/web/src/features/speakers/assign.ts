import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { Segment, Transcript } from "@/lib/types";

/** How far giving a segment to a speaker reaches. */
export type Reach = "one" | "onwards" | "everywhere";

type Which = { segment_ids: string[] } | { from_segment_id: string; of_speaker_id?: string } | { of_speaker_id: string };

/** The server takes as many at once. */
const MOST = 5000;

interface Assigning {
  which: Which;
  /** Those that are meant, as they are shown: whoever was quicker is not overwritten. */
  seen: readonly Segment[];
  /** Null: nobody knows who says this. */
  name: string | null;
}

const versionsOf = (segments: readonly Segment[]): Record<string, number> => Object.fromEntries(segments.slice(0, MOST).map(({ id, version }) => [id, version]));

/** Gives segments to a speaker by name, and shows what became of them at once. */
function useAssign(transcriptId: string, recordingId: string) {
  const client = useQueryClient();
  const key = keys.transcriptOf(recordingId);
  return useMutation({
    mutationFn: ({ which, seen, name }: Assigning) =>
      unwrap(api.POST("/api/transcripts/{transcript_id}/assign-speaker", { params: { path: { transcript_id: transcriptId } }, body: { speaker: name, versions: versionsOf(seen), ...which } })),
    onSuccess: ({ segments, speakers }) => {
      const now = new Map(segments.map((segment) => [segment.id, { ...segment, words: null }]));
      client.setQueryData<Transcript | null>(key, (known) => known && { ...known, speakers, segments: known.segments.map((segment) => now.get(segment.id) ?? segment) });
    },
    // Somebody was quicker: what they made of it is shown.
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** By whom segments were said before, with those of each; null are those that were nobody's. */
function bySpeaker(segments: readonly Segment[]): Map<string | null, Segment[]> {
  const groups = new Map<string | null, Segment[]>();
  for (const segment of segments) groups.set(segment.speaker, [...(groups.get(segment.speaker) ?? []), segment]);
  return groups;
}

/** Gives segments to somebody, in a way that can be taken back. */
export function useGive(transcriptId: string, recordingId: string) {
  const { mutateAsync, isPending } = useAssign(transcriptId, recordingId);

  async function give(which: Which, seen: readonly Segment[], name: string | null): Promise<void> {
    const before = bySpeaker(seen);
    const { segments } = await mutateAsync({ which, seen, name });
    if (segments.length === 0) return;
    const changed = new Map(segments.map((segment) => [segment.id, segment]));
    const undo = async () => {
      for (const [whose, theirs] of before) {
        const now = theirs.flatMap(({ id }) => changed.get(id) ?? []);
        if (now.length > 0) await mutateAsync({ which: { segment_ids: now.map(({ id }) => id) }, seen: now, name: whose });
      }
    };
    const run = () =>
      void undo().then(
        () => toast("info", t("Taken back")),
        () => undefined, // said where it failed
      );
    const done = name === null ? t("Speaker taken away from {count}", { count: plural(segments.length, { one: "{count} segment", other: "{count} segments" }) }) : t("{count} given to {name}", { count: plural(segments.length, { one: "{count} segment", other: "{count} segments" }), name });
    toast("success", done, { action: { label: t("Undo"), run } });
  }

  return { give, isPending };
}

/** From a segment on only what the same speaker says is given away: others who speak later are not meant. */
export function useGiveTo(transcriptId: string, recordingId: string) {
  const client = useQueryClient();
  const { give, isPending } = useGive(transcriptId, recordingId);

  function giveTo({ segment, name, reach }: { segment: Segment; name: string | null; reach: Reach }): Promise<void> {
    const same = segment.speaker_id;
    if (reach === "one" || same === null) return give({ segment_ids: [segment.id] }, [segment], name);
    const all = (client.getQueryData<Transcript | null>(keys.transcriptOf(recordingId))?.segments ?? []).filter(({ speaker_id: speaker }) => speaker === same);
    const later = all.filter((other) => other.segment_index >= segment.segment_index);
    return reach === "everywhere" ? give({ of_speaker_id: same }, all, name) : give({ from_segment_id: segment.id, of_speaker_id: same }, later, name);
  }

  return { giveTo, isPending };
}

export const useGiveSegments = (transcriptId: string, recordingId: string) => {
  const { give, isPending } = useGive(transcriptId, recordingId);
  return { giveAll: (segments: readonly Segment[], name: string | null) => give({ segment_ids: segments.map(({ id }) => id) }, segments, name), isPending };
};

interface Splitting {
  segment: Segment;
  /** The place of the second part's first word. */
  at: number;
  /** Whose the second part is; left out: the same speaker's. */
  speaker?: string;
}

/** Cuts a segment in two at a word. */
export function useSplit(transcriptId: string, recordingId: string) {
  const client = useQueryClient();
  const refresh = () => Promise.all([keys.transcriptOf(recordingId), keys.words(transcriptId)].map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: ({ segment, at, speaker }: Splitting) => {
      const params = { path: { transcript_id: transcriptId, segment_id: segment.id } };
      return unwrap(api.POST("/api/transcripts/{transcript_id}/segments/{segment_id}/split", { params, body: { word_index: at, version: segment.version, speaker } }));
    },
    meta: { quiet: true },
    onSuccess: refresh,
    onError: () => client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) }),
  });
}
