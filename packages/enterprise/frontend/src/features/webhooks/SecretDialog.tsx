import { OnceDialog } from "@/components/OnceDialog";
import { SecretField } from "@/components/SecretField";
import type { WebhookWithSecret } from "./api";

/** The only time the secret is known. */
export function SecretDialog({ made, onClose }: { made: WebhookWithSecret; onClose: () => void }) {
  return (
    <OnceDialog
      onClose={onClose}
      title="The receiver's secret"
      description="With it the receiver checks that a request is Verbatim's and unchanged. Libraries for Standard Webhooks do that in most languages."
    >
      <SecretField label="Signing secret" value={made.secret} hint="Shown only now. You can replace it later without missing a request." />
    </OnceDialog>
  );
}
