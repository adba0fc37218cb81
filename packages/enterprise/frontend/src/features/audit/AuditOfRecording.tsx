import { History } from "lucide-react";
import { AppLink } from "@/components/AppLink";
import { SidePart } from "@/components/SidePart";
import { useMe } from "@/lib/session";
import { aboutAddress } from "./api";
import { t } from "@verbatim/ui/texts";

/** Beside a transcript: the way to who opened, played, took away or changed it, for those who may read the log. */
export function AuditOfRecording({ recordingId }: { recordingId: string }) {
  const me = useMe().data;
  if (!me?.permissions.includes("audit:read")) return null;
  return (
    <SidePart title={t("Audit log")}>
      <AppLink className="inline-flex items-center gap-2 self-start text-primary hover:underline" href={aboutAddress(recordingId)}>
        <History aria-hidden="true" className="size-4 shrink-0" />
        {t("Who opened or changed it")}
      </AppLink>
    </SidePart>
  );
}
