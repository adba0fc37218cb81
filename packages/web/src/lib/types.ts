import type { paths } from "@/generated/api";

/*
 * The nouns of the app, named by where the API answers with them, so that they follow the server and not its class names.
 */
type Json<R> = R extends { content: { "application/json": infer Body } } ? Body : never;
type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: infer R } } } ? Json<R> : never;
type Created<P extends keyof paths> = paths[P] extends { post: { responses: { 201: infer R } } } ? Json<R> : never;
export type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } } ? NonNullable<Q> : never;

export type BodyOf<P extends keyof paths> = paths[P] extends { post: { requestBody: { content: { "application/json": infer B } } } } ? B : never;

export type Info = Get<"/api/info">;
export type RecordingList = Get<"/api/recordings">;
export type Recording = Get<"/api/recordings/{recording_id}">;
export type RecordingStatus = "untranscribed" | "pending" | "processing" | "completed" | "failed" | "cancelled";
export type RecordingProperties = Get<"/api/recordings/{recording_id}/properties">;
/** One of the sound tracks in a file. */
export type SoundTrack = RecordingProperties["tracks"][number];
export type Waveform = Get<"/api/recordings/{recording_id}/waveform">;
export type UploadResult = Created<"/api/recordings/upload">;
export type TranscriptVersion = Get<"/api/recordings/{recording_id}/transcripts">["items"][number];
export type Transcript = Get<"/api/transcripts/by-recording/{recording_id}">;
export type CorrectionList = Get<"/api/transcripts/{transcript_id}/corrections">;
export type Segment = Transcript["segments"][number];
export type Stretch = NonNullable<Transcript["not_understood"]>[number];
export type Word = NonNullable<Segment["words"]>[number];
export type Speaker = Transcript["speakers"][number];
export type ProjectList = Get<"/api/projects">;
export type Project = ProjectList["items"][number];
export type Tag = Get<"/api/tags">["items"][number];
export type DocumentList = Get<"/api/documents">;
export type DocumentFile = DocumentList["items"][number];
export type DocumentText = Get<"/api/documents/{document_id}/text">;
export type Passage = DocumentText["items"][number];
export type BulkRun = Get<"/api/bulk/{run_id}">;
export type TrashedItem = Get<"/api/trash">["items"][number];
export type NoteList = Get<"/api/notes">;
export type Note = NoteList["items"][number];
export type GlobalSearch = Get<"/api/search/global">;
export type GlobalHit = GlobalSearch["results"][number];
export type SegmentSearch = Get<"/api/search/segments">;
export type SnippetPart = GlobalHit["snippet"][number];
export type Stats = Get<"/api/stats">;
/** What can be chosen for a transcription; what is left out is as the project, then the team, has it. */
export type TranscriptionOptions = Get<"/api/transcription/defaults">;
export type SpeechModel = Get<"/api/config/transcription/models">["items"][number];
export type SuggestedTerm = Get<"/api/transcription/vocabulary/suggestions">["items"][number];
export type VoiceProfile = Get<"/api/voice-profiles">["items"][number];
export type VoiceSuggestion = Get<"/api/voice-profiles/suggestions/{transcript_id}">["items"][number];
export type Attempt = Get<"/api/recordings/{recording_id}/attempts">["items"][number];
/** A version of what a transcript is about. */
export type Summary = Get<"/api/ai/transcripts/{transcript_id}/summaries">["items"][number];
export type SummarySentence = Summary["sentences"][number];
/** A question that was asked of a transcript, and what a model said. */
export type TranscriptAnswer = Get<"/api/ai/transcripts/{transcript_id}/answers">["items"][number];
/** A question that a team asks again and again. */
export type AiPrompt = Get<"/api/ai/prompts">["items"][number];
export type AiPreferences = Get<"/api/ai/preferences">;
export type ConversationItem = Get<"/api/conversations">["items"][number];
export type Conversation = Get<"/api/conversations/{conversation_id}">;
export type ChatMessage = Conversation["messages"][number];
export type ChatSentence = ChatMessage["sentences"][number];
export type LanguageModel = Get<"/api/ai/models">["models"][number];
export type TranscriptionConfig = Get<"/api/config/transcription">;
