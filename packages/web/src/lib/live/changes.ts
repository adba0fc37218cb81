import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { keys } from "../keys";
import { refreshSegments } from "./segments";
import type { MessageType } from "../../generated/messages";
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

type Stale = (change: Change) => readonly QueryKey[];

const nothing: Stale = () => [];
const recordingShown: Stale = ({ recording_id: id = "" }) => [keys.recordingLists, keys.recording(id), keys.stats, keys.projects];
const recordingGone: Stale = () => [keys.recordingLists, keys.stats, keys.projects, keys.search, keys.trash];
const documentShown: Stale = ({ document_id: id = "" }) => [keys.documentLists, keys.document(id), keys.search];
const documentCame: Stale = () => [keys.documentLists, keys.projects];
const documentGone: Stale = () => [keys.documentLists, keys.projects, keys.search, keys.trash];
const notes: Stale = () => [keys.notes, keys.search];
const voices: Stale = () => [keys.voiceProfiles];
const results: Stale = () => [keys.ai];

/** What has to be fetched again, for every message that the server has: one that is new there must find its place here. */
const staleByType: Record<MessageType, Stale> = {
  "ai_result.created": results,
  "ai_result.deleted": results,
  "ai_result.failed": results,
  "document.deleted": documentGone,
  "document.failed": documentShown,
  "document.moved": documentCame,
  "document.processed": documentShown,
  "document.restored": documentGone,
  "document.trashed": documentGone,
  "document.updated": documentShown,
  "document.uploaded": documentCame,
  "job.progress": nothing, // says all there is to know
  "note.created": notes,
  "note.deleted": notes,
  "note.updated": notes,
  "project.changed": () => [keys.projects, keys.recordings, keys.documentLists],
  "project.created": nothing, // project.changed comes with each of these
  "project.deleted": nothing,
  "project.moved": nothing,
  "project.updated": nothing,
  "recording.created": () => [keys.recordingLists, keys.stats, keys.projects],
  "recording.deleted": recordingGone,
  "recording.moved": nothing, // recording.updated comes with it, to each of the two workspaces
  "recording.restored": recordingGone,
  "recording.trashed": recordingGone,
  "recording.updated": recordingShown,
  "tag.changed": () => [keys.tags, keys.recordings, keys.projects],
  "transcript.stretch_tried": ({ recording_id: id = "" }) => [keys.transcriptOf(id)],
  "transcript.updated": ({ recording_id: id = "", transcript_id: transcript = "" }) => [
    keys.transcriptOf(id),
    keys.words(transcript),
    keys.search,
    keys.ai,
  ],
  "transcription.complete": ({ recording_id: id = "" }) => [
    keys.recordingLists,
    keys.recording(id),
    keys.transcriptOf(id),
    keys.stats,
    keys.search,
  ],
  "transcription.failed": ({ recording_id: id = "" }) => [keys.recordingLists, keys.recording(id), keys.stats],
  "voice_profile.created": voices,
  "voice_profile.deleted": voices,
  "voice_profile.updated": voices,
};

/** What has to be fetched again after a change. A plugin's messages are not for these pages. */
export function staleAfter(change: Change): readonly QueryKey[] {
  return isKnown(change.type) ? staleByType[change.type](change) : [];
}

function isKnown(type: string): type is MessageType {
  return Object.hasOwn(staleByType, type);
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
