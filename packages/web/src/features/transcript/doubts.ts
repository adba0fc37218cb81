import { useMutation, useQuery } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { Segment, Stretch, Transcript } from "@/lib/types";
import { t } from "@verbatim/ui/texts";

export type Decision = "keep" | "drop" | null;

const REASONS: Record<string, string> = {
  no_speech: t("nobody speaks here"),
  too_fast: t("more words than fit into this time"),
  repetition: t("it repeats itself"),
};

/** Why a text looks like an invention of the engine, for people. */
export const reasonOf = (segment: Segment): string => REASONS[segment.doubt ?? ""] ?? t("the engine was not sure");

interface Deciding {
  ids: readonly string[];
  decision: Decision;
}

/** Keeps or drops doubtful text, or takes that back; what the server answers is shown at once. */
export function useDecide(transcriptId: string, recordingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, decision }: Deciding) =>
      unwrap(api.POST("/api/transcripts/{transcript_id}/segments/decide", { params: { path: { transcript_id: transcriptId } }, body: { segment_ids: [...ids], decision } })),
    onSuccess: ({ items }) => {
      const now = new Map(items.map((segment) => [segment.id, { ...segment, words: null }]));
      client.setQueryData<Transcript | null>(
        keys.transcriptOf(recordingId),
        (transcript) => transcript && { ...transcript, segments: transcript.segments.map((segment) => now.get(segment.id) ?? segment) },
      );
    },
  });
}

/** The stretches that nobody understood, by the place of the segment before which they come; the last ones by the count of all. */
export function stretchesByPlace(segments: readonly Segment[], stretches: readonly Stretch[]): ReadonlyMap<number, readonly Stretch[]> {
  const places = new Map<number, Stretch[]>();
  for (const stretch of stretches) {
    const after = segments.findIndex(({ start_time: start }) => start > stretch.start_time);
    const place = after === -1 ? segments.length : after;
    places.set(place, [...(places.get(place) ?? []), stretch]);
  }
  return places;
}

interface Try {
  stretch: Stretch;
  engine: string;
}

/** Lets an engine listen to a stretch once more; what it finds comes by the live stream. */
export function useTryAgain(transcriptId: string, recordingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ stretch, engine }: Try) =>
      unwrap(
        api.POST("/api/transcripts/{transcript_id}/stretches", {
          params: { path: { transcript_id: transcriptId } },
          body: { start_time: stretch.start_time, end_time: stretch.end_time, engine: engine as "auto" },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) }),
  });
}

const ACTIVE = new Set(["queued", "running"]);
const LOOK_AGAIN_MS = 1500;

/** How the latest try at a stretch goes: its job, until that has ended. */
export function useLatestTry(stretch: Stretch) {
  const latest = stretch.tries.at(-1);
  const waits = latest !== undefined && latest.segments === null;
  const job = useQuery({
    enabled: waits,
    queryKey: ["jobs", latest?.job_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/jobs/{job_id}", { params: { path: { job_id: latest?.job_id ?? "" } }, signal })),
    refetchInterval: ({ state }) => (state.data && !ACTIVE.has(state.data.status) ? false : LOOK_AGAIN_MS),
  }).data;
  const isListening = waits && (job === undefined || ACTIVE.has(job.status));
  return { latest, isListening, error: waits && job?.status === "failed" ? (job.error ?? t("It failed.")) : null };
}
