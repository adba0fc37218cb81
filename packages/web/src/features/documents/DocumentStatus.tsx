import { Badge, type Tone } from "@verbatim/ui/badge";
import { t } from "@verbatim/ui/texts";
import { CircleAlert, CircleCheck, Clock, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { DocumentFile } from "@/lib/types";

const looks: Record<DocumentFile["status"], { tone: Tone; label: string; icon: ReactNode }> = {
  completed: { tone: "success", label: t("Ready"), icon: <CircleCheck aria-hidden="true" /> },
  processing: { tone: "info", label: t("Reading"), icon: <LoaderCircle aria-hidden="true" className="animate-spin" /> },
  queued: { tone: "neutral", label: t("Waiting"), icon: <Clock aria-hidden="true" /> },
  failed: { tone: "danger", label: t("Not readable"), icon: <CircleAlert aria-hidden="true" /> },
};

export const DOCUMENT_STATUSES = ["completed", "processing", "queued", "failed"] as const;

export const documentStatusLabel = (status: DocumentFile["status"]): string => looks[status].label;

export function DocumentStatus({ status }: { status: DocumentFile["status"] }) {
  const { tone, label, icon } = looks[status];
  return (
    <Badge tone={tone}>
      {icon}
      {label}
    </Badge>
  );
}
