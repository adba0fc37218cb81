/** Every query key of the app. The live stream speaks of the same things, so the keys live beneath the features. */
export const keys = {
  info: ["info"] as const,
  manifest: ["manifest"] as const,
  stats: ["stats"] as const,
  transcription: ["transcription"] as const,
  recordings: ["recordings"] as const,
  recordingLists: ["recordings", "list"] as const,
  recording: (id: string) => ["recordings", "one", id] as const,
  recordingDetail: (id: string, part: "properties" | "waveform" | "versions") => ["recordings", "one", id, part] as const,
  transcripts: ["transcripts"] as const,
  transcriptOf: (recordingId: string) => ["transcripts", "of", recordingId] as const,
  words: (transcriptId: string) => ["transcripts", "words", transcriptId] as const,
  projects: ["projects"] as const,
  tags: ["tags"] as const,
  uploadKinds: ["upload-kinds"] as const,
  search: ["search"] as const,
};
