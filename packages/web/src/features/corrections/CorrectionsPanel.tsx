import type { PanelProps } from "@/features/rail/registry";
import { Corrections } from "./Corrections";

/** What people had corrected before the recording was transcribed again. */
export default function CorrectionsPanel({ recording, transcript, editable, goTo }: PanelProps) {
  if (!transcript) return null;
  return <Corrections recordingId={recording.id} transcriptId={transcript.id} revision={transcript.revision} editable={editable} goTo={goTo} />;
}
