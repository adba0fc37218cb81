/** Made by `make docs`: what the server tells open pages, with the fields of each message. */
export type MessageType =
  | "ai_result.created" // ai_result_id, kind, model, recording_id, transcript_id
  | "ai_result.deleted" // ai_result_id, kind, recording_id, transcript_id
  | "ai_result.failed" // recording_id, transcript_id
  | "document.deleted" // document_id
  | "document.failed" // document_id, error
  | "document.moved" // document_id, previous_workspace_id, workspace_id
  | "document.processed" // document_id
  | "document.restored" // document_id
  | "document.trashed" // document_id
  | "document.updated" // document_id
  | "document.uploaded" // document_id, filename
  | "job.progress" // error, job_id, job_type, latest_text, progress, recording_id, stage, status
  | "note.created" // document_id, note_id, project_id, recording_id
  | "note.deleted" // document_id, note_id, project_id, recording_id
  | "note.updated" // document_id, note_id, project_id, recording_id
  | "project.changed" // project_id
  | "project.created" // name, project_id
  | "project.deleted" // name, project_id
  | "project.moved" // previous_workspace_id, project_id, workspace_id
  | "project.updated" // name, project_id
  | "recording.created" // project_id, recording_id
  | "recording.deleted" // recording_id
  | "recording.moved" // previous_workspace_id, recording_id, workspace_id
  | "recording.restored" // recording_id
  | "recording.trashed" // recording_id
  | "recording.updated" // recording_id, status
  | "tag.changed" // tag_id
  | "transcript.stretch_tried" // recording_id, transcript_id
  | "transcript.updated" // recording_id, segment_ids, transcript_id
  | "transcription.complete" // recording_id, transcript_id
  | "transcription.failed" // error, recording_id
  | "voice_profile.created" // consent_by, name, voice_profile_id
  | "voice_profile.deleted" // name, voice_profile_id
  | "voice_profile.updated" // name, voice_profile_id
  ;
