import { ScopeChoices } from "./ScopeChoices";
import { TranscribeDialog, type TranscribeDialogProps } from "./TranscribeDialog";
import { UploadDialog, type UploadDialogProps } from "./UploadDialog";

export type ChoicesProps = ({ of: "transcription" } & TranscribeDialogProps) | ({ of: "upload" } & UploadDialogProps) | { of: "scope" };

/** All places where a transcription is chosen for, in one file: whoever opens one of them has what the others need. */
export default function Choices(props: ChoicesProps) {
  if (props.of === "scope") return <ScopeChoices />;
  return props.of === "upload" ? <UploadDialog {...props} /> : <TranscribeDialog {...props} />;
}
