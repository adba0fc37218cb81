import { late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { LateNotice } from "@/components/LateNotice";
import type { TranscribeDialogProps } from "./TranscribeDialog";
import type { UploadDialogProps } from "./UploadDialog";

const load = () => import("./Choices");

/** Fetched once somebody asks for it: few change how a transcription is made. */
const Choices = late(load, {
  failed: (failure) => <LateNotice what={t("The choices for a transcription")} failure={failure} />,
});

export const TranscribeDialog = (props: TranscribeDialogProps) => <Choices of="transcription" {...props} />;
export const UploadDialog = (props: UploadDialogProps) => <Choices of="upload" {...props} />;

const Scope = late(load, {
  pending: <Skeleton className="h-96 rounded-xl" />,
  failed: ({ message, retry }) => <ErrorState message={message} onRetry={retry} />,
});

export const ScopeChoices = () => <Scope of="scope" />;
