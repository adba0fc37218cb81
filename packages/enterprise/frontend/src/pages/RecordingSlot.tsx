import type { SlotProps } from "@/host/props";
import { AuditOfRecording } from "@/features/audit/AuditOfRecording";
import { HoldOfRecording } from "@/features/holds/HoldOfRecording";
import { WorkspaceOfRecording } from "@/features/teams/WorkspaceOfRecording";

/** Beside a transcript, below the details of its recording. */
export default function RecordingSlot({ recordingId }: SlotProps) {
  if (!recordingId) return null;
  return (
    <div className="divide-y divide-border">
      <WorkspaceOfRecording recordingId={recordingId} />
      <HoldOfRecording recordingId={recordingId} />
      <AuditOfRecording recordingId={recordingId} />
    </div>
  );
}
