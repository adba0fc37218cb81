import { EmptyState } from "@verbatim/ui/states";
import { AudioLines } from "lucide-react";
import { Page } from "@/components/Page";
import { RecordingsBrowser } from "@/features/recordings/RecordingsBrowser";
import { UploadButton } from "@/features/uploads/UploadButton";

export default function RecordingsPage() {
  return (
    <Page title="Recordings" purpose="Everything you have uploaded, with its transcript. Drop files anywhere to add more." actions={<UploadButton />}>
      <RecordingsBrowser
        empty={
          <EmptyState icon={<AudioLines aria-hidden="true" />} title="No recordings yet" action={<UploadButton label="Choose files" />}>
            Drop audio or video files anywhere on this page. They are stored and transcribed on this server.
          </EmptyState>
        }
      />
    </Page>
  );
}
