import { Badge, type Tone } from "@verbatim/ui/badge";
import { t } from "@verbatim/ui/texts";
import { Ban, CircleAlert, CircleCheck, CircleDashed, Clock, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { RecordingStatus } from "@/lib/types";

const looks: Record<RecordingStatus, { tone: Tone; label: string; icon: ReactNode }> = {
  completed: { tone: "success", label: t("Ready"), icon: <CircleCheck aria-hidden="true" /> },
  processing: { tone: "info", label: t("Transcribing"), icon: <LoaderCircle aria-hidden="true" className="animate-spin" /> },
  pending: { tone: "neutral", label: t("Waiting"), icon: <Clock aria-hidden="true" /> },
  untranscribed: { tone: "outline", label: t("Not transcribed"), icon: <CircleDashed aria-hidden="true" /> },
  failed: { tone: "danger", label: t("Failed"), icon: <CircleAlert aria-hidden="true" /> },
  cancelled: { tone: "outline", label: t("Cancelled"), icon: <Ban aria-hidden="true" /> },
};

export const statusLabel = (status: RecordingStatus): string => looks[status].label;

const isKnown = (status: string): status is RecordingStatus => status in looks;

export function StatusBadge({ status }: { status: string }) {
  const look = looks[isKnown(status) ? status : "pending"];
  // Only what moves or wants somebody is coloured; the rest is quiet, so that the eye finds those.
  if (look.tone !== "danger" && look.tone !== "info") {
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-xs font-medium text-muted-foreground [&_svg]:size-3.5">
        {look.icon}
        {look.label}
      </span>
    );
  }
  return (
    <Badge tone={look.tone}>
      {look.icon}
      {look.label}
    </Badge>
  );
}
