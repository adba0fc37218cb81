import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { SecretField } from "@/components/SecretField";
import type { WebhookWithSecret } from "./api";

/** The only time the secret is known. */
export function SecretDialog({ made, onClose }: { made: WebhookWithSecret; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="The receiver's secret"
      description="With it the receiver checks that a request is Verbatim's and unchanged. Libraries for Standard Webhooks do that in most languages."
      footer={
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      <SecretField label="Signing secret" value={made.secret} hint="Shown only now. You can replace it later without missing a request." />
    </Dialog>
  );
}
