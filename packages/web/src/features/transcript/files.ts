export type ExportFormat = "txt" | "docx" | "pdf" | "md" | "srt" | "vtt" | "json";

export function exportPath(transcriptId: string, format: ExportFormat, timestamps: boolean, speakers: boolean, subtitles: Record<string, string> = {}): string {
  const query = new URLSearchParams({ format, include_timestamps: String(timestamps), include_speakers: String(speakers), ...subtitles });
  return `/api/transcripts/${transcriptId}/export?${query}`;
}
