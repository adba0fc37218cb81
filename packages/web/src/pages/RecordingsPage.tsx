import { EmptyState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { AudioLines } from "lucide-react";
import { Page } from "@/components/Page";
import { RecordingsBrowser } from "@/features/recordings/RecordingsBrowser";
import { UploadButton } from "@/features/uploads/UploadButton";
import { usePermission } from "@/lib/catalog";

export default function RecordingsPage() {
  const mayUpload = usePermission("recording:create");
  return (
    <Page title={t("Recordings")} purpose={mayUpload ? t("Everything you have uploaded, with its transcript. Drop files anywhere to add more.") : t("Everything that was uploaded, with its transcript. Your role may read it, not add to it.")} actions={<UploadButton />}>
      <RecordingsBrowser
        empty={
          <EmptyState icon={<AudioLines aria-hidden="true" />} title={t("No recordings yet")} action={<UploadButton label={t("Choose files")} />}>
            {mayUpload ? t("Drop audio or video files anywhere on this page. They are stored and transcribed on this server.") : t("What others upload appears here. Your role may read it, not add to it.")}
          </EmptyState>
        }
      />
    </Page>
  );
}
