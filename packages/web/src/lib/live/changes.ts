import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { keys } from "../keys";
import { refreshSegments } from "./segments";
import type { Recording, RecordingList, RecordingStatus } from "../types";

/** One message of /api/events. Fields a type does not use are absent. */
export interface Change {
  type: string;
  recording_id?: string;
  document_id?: string;
  transcript_id?: string;
  segment_ids?: string[];
  job_id?: string;
  status?: string;
  progress?: number;
  stage?: string | null;
  error?: string | null;
}

export function parseChange(data: unknown): Change | null {
  try {
    const value: unknown = typeof data === "string" ? JSON.parse(data) : data;
    if (typeof value === "object" && value !== null && "type" in value && typeof value.type === "string") return value as Change;
  } catch {
    // a message that cannot be read says nothing
  }
  return null;
}

const statusOfJob: Record<string, RecordingStatus> = {
  queued: "pending",
  running: "processing",
  completed: "completed",
  failed: "failed",
  cancelled: "cancelled",
};

/** The recording with the job's news, or the same object when nothing differs. */
export function withProgress<T extends Pick<Recording, "id" | "status" | "job">>(recording: T, change: Change): T {
  if (recording.id !== change.recording_id || !change.job_id) return recording;
  const status = statusOfJob[change.status ?? ""] ?? recording.status;
  const job = {
    ...recording.job,
    id: change.job_id,
    status: change.status ?? recording.job?.status ?? "running",
    progress: change.progress ?? recording.job?.progress ?? 0,
    stage: change.stage ?? null,
    error: change.error ?? null,
  };
  return { ...recording, status, job };
}

/** Progress comes often and says all there is to know, so it is written into what is shown instead of fetched. */
function patchProgress(client: QueryClient, change: Change): void {
  client.setQueriesData<RecordingList>({ queryKey: keys.recordingLists }, (list) =>
    list ? { ...list, items: list.items.map((item) => withProgress(item, change)) } : list,
  );
  client.setQueryData<Recording>(keys.recording(change.recording_id ?? ""), (one) => (one ? withProgress(one, change) : one));
}

/** What has to be fetched again after a change. */
export function staleAfter(change: Change): readonly QueryKey[] {
  const id = change.recording_id ?? "";
  switch (change.type) {
    case "recording.created":
      return [keys.recordingLists, keys.stats, keys.projects];
    case "recording.updated":
      return [keys.recordingLists, keys.recording(id), keys.stats, keys.projects];
    case "recording.trashed":
    case "recording.restored":
    case "recording.deleted":
      return [keys.recordingLists, keys.stats, keys.projects, keys.search, keys.trash];
    case "transcript.updated":
      return [keys.transcriptOf(id), keys.words(change.transcript_id ?? ""), keys.search, keys.ai];
    case "transcription.complete":
      return [keys.recordingLists, keys.recording(id), keys.transcriptOf(id), keys.stats, keys.search];
    case "transcription.failed":
      return [keys.recordingLists, keys.recording(id), keys.stats];
    case "ai_result.created":
    case "ai_result.deleted":
      return [keys.ai];
    case "document.uploaded":
    case "document.moved":
      return [keys.documentLists, keys.projects];
    case "document.trashed":
    case "document.restored":
    case "document.deleted":
      return [keys.documentLists, keys.projects, keys.search, keys.trash];
    case "document.updated":
    case "document.processed":
    case "document.failed":
      return [keys.documentLists, keys.document(change.document_id ?? ""), keys.search];
    case "note.created":
    case "note.updated":
    case "note.deleted":
      return [keys.notes, keys.search];
    case "project.changed":
      return [keys.projects, keys.recordings, keys.documentLists];
    case "tag.changed":
      return [keys.tags, keys.recordings, keys.projects];
    default:
      return [];
  }
}

const ENDED = new Set(["completed", "failed", "cancelled"]);

export function applyChange(client: QueryClient, change: Change): void {
  if (change.type === "job.progress") {
    patchProgress(client, change);
    if (ENDED.has(change.status ?? "")) void client.invalidateQueries({ queryKey: keys.stats });
    return;
  }
  if (change.type === "transcript.updated") void applyToTranscript(client, change);
  else invalidate(client, staleAfter(change));
}

function invalidate(client: QueryClient, stale: readonly QueryKey[]): void {
  for (const queryKey of stale) void client.invalidateQueries({ queryKey });
}

/** A correction says which segments it was about: only they are fetched. One of the whole, or of many, fetches the whole. */
async function applyToTranscript(client: QueryClient, change: Change): Promise<void> {
  const { recording_id: recordingId = "", transcript_id: transcriptId = "", segment_ids: ids = [] } = change;
  const small = await refreshSegments(client, recordingId, transcriptId, ids);
  invalidate(client, small ? [keys.search, keys.ai] : staleAfter(change));
}
