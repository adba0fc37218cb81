import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { QueryOf, Recording, TranscriptionOptions } from "@/lib/types";

export const recordingsQuery = (query: QueryOf<"/api/recordings">) =>
  queryOptions({
    queryKey: [...keys.recordingLists, query],
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const recordingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recording(id),
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings/{recording_id}", { params: { path: { recording_id: id } }, signal })),
  });

export const propertiesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recordingDetail(id, "properties"),
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings/{recording_id}/properties", { params: { path: { recording_id: id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recordingDetail(id, "versions"),
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings/{recording_id}/transcripts", { params: { path: { recording_id: id } }, signal })),
    select: (answer) => answer.items,
  });

/** One mutation on recordings; what it touched is fetched again, without waiting for the live stream. */
function useRecordingMutation<V, R>(run: (variables: V) => Promise<R>, quiet = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { quiet },
    onSettled: () => Promise.all([keys.recordings, keys.stats, keys.projects].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export const useRenameRecording = () =>
  useRecordingMutation(({ id, title }: { id: string; title: string }) => unwrap(api.PATCH("/api/recordings/{recording_id}", { params: { path: { recording_id: id } }, body: { title } })), true);

/** Deleted recordings leave the lists at once; their pages are forgotten. */
export function useDeleteRecordings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => {
      const [first] = ids;
      return ids.length === 1 && first
        ? unwrap(api.DELETE("/api/recordings/{recording_id}", { params: { path: { recording_id: first } } }))
        : unwrap(api.POST("/api/recordings/bulk-delete", { body: { ids: [...ids] } }));
    },
    meta: { quiet: true },
    onSuccess: (_answer, ids) => {
      for (const id of ids) client.removeQueries({ queryKey: keys.recording(id) });
      return Promise.all([keys.recordingLists, keys.stats, keys.projects, keys.search, keys.trash].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}

export const useAssignRecordings = () =>
  useRecordingMutation(({ ids, projectId }: { ids: readonly string[]; projectId: string | null }) =>
    unwrap(api.POST("/api/recordings/bulk-assign", { body: { ids: [...ids], project_id: projectId } })),
  );

interface Tagging {
  ids: readonly string[];
  tagId: string;
  on: boolean;
}

export const useTagRecordings = () =>
  useRecordingMutation(async ({ ids, tagId, on }: Tagging) => {
    for (const id of ids) {
      if (on) await unwrap(api.POST("/api/tags/recordings/{recording_id}", { params: { path: { recording_id: id } }, body: { tag_id: tagId } }));
      else await unwrap(api.DELETE("/api/tags/recordings/{recording_id}/{tag_id}", { params: { path: { recording_id: id, tag_id: tagId } } }));
    }
  });

interface Membership {
  id: string;
  projectId: string;
  on: boolean;
}

export const useProjectMembership = () =>
  useRecordingMutation(({ id, projectId, on }: Membership) => {
    const params = { path: { project_id: projectId, recording_id: id } };
    return on ? unwrap(api.POST("/api/projects/{project_id}/recordings/{recording_id}", { params })) : unwrap(api.DELETE("/api/projects/{project_id}/recordings/{recording_id}", { params }));
  });

const byId = (id: string) => ({ params: { path: { recording_id: id } } });

export const useRetryRecording = () => useRecordingMutation((id: string) => unwrap(api.POST("/api/recordings/{recording_id}/retry", byId(id))));
export const useCancelRecording = () => useRecordingMutation((id: string) => unwrap(api.POST("/api/recordings/{recording_id}/cancel", byId(id))));

interface Wish {
  ids: readonly string[];
  options: TranscriptionOptions;
  /** Which tracks and channels are listened to; as the last time where nobody says. */
  sound?: string | null;
}

const begin = (id: string, { options, sound }: Wish) =>
  unwrap(api.POST("/api/recordings/{recording_id}/transcribe", { params: { path: { recording_id: id }, query: { sound: sound ?? undefined } }, body: options }));

/** Queues them one after the other. What is refused for one does not stop the others; for all, it is the answer. */
export const useTranscribe = () =>
  useRecordingMutation(async (wish: Wish) => {
    const { ids } = wish;
    const refusals: unknown[] = [];
    for (const id of ids) await begin(id, wish).catch((reason: unknown) => refusals.push(reason));
    if (refusals.length === ids.length) throw refusals[0];
    return { begun: ids.length - refusals.length, refusal: refusals[0] };
  }, true);

/** Another text is read from now on, counted and found. */
export function useMakeCurrent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, transcriptId }: { id: string; transcriptId: string }) =>
      unwrap(api.PUT("/api/recordings/{recording_id}/transcripts/{transcript_id}/current", { params: { path: { recording_id: id, transcript_id: transcriptId } } })),
    onSuccess: () => Promise.all([keys.recordings, keys.transcripts, keys.stats, keys.search].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export const audioPath = (id: string): string => `/api/recordings/${id}/audio`;
/** The file as it was uploaded: what is made for listening has no picture. */
export const videoPath = (id: string): string => `/api/recordings/${id}/audio?download=true`;
export const downloadPath = (id: string): string => `/api/recordings/${id}/audio?download=true`;

export const isRunning = (recording: Pick<Recording, "status">): boolean => recording.status === "pending" || recording.status === "processing";
