import type { SlotProps } from "@/host/props";
import { HoldOfRecording } from "@/features/holds/HoldOfRecording";

/** Beside a transcript, below the details of its recording. */
export default function RecordingSlot({ recordingId }: SlotProps) {
  return recordingId ? <HoldOfRecording recordingId={recordingId} /> : null;
}
