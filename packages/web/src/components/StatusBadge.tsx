import { Badge, type Tone } from "@verbatim/ui/badge";
import { Ban, CircleAlert, CircleCheck, CircleDashed, Clock, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { RecordingStatus } from "@/lib/types";

const looks: Record<RecordingStatus, { tone: Tone; label: string; icon: ReactNode }> = {
  completed: { tone: "success", label: "Ready", icon: <CircleCheck aria-hidden="true" /> },
  processing: { tone: "info", label: "Transcribing", icon: <LoaderCircle aria-hidden="true" className="animate-spin" /> },
  pending: { tone: "neutral", label: "Waiting", icon: <Clock aria-hidden="true" /> },
  untranscribed: { tone: "outline", label: "Not transcribed", icon: <CircleDashed aria-hidden="true" /> },
  failed: { tone: "danger", label: "Failed", icon: <CircleAlert aria-hidden="true" /> },
  cancelled: { tone: "outline", label: "Cancelled", icon: <Ban aria-hidden="true" /> },
};

export const statusLabel = (status: RecordingStatus): string => looks[status].label;

const isKnown = (status: string): status is RecordingStatus => status in looks;

export function StatusBadge({ status }: { status: string }) {
  const look = looks[isKnown(status) ? status : "pending"];
  return (
    <Badge tone={look.tone}>
      {look.icon}
      {look.label}
    </Badge>
  );
}
