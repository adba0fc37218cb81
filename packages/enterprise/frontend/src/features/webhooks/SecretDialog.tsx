import { OnceDialog } from "@/components/OnceDialog";
import { SecretField } from "@/components/SecretField";
import type { WebhookWithSecret } from "./api";
import { t } from "@verbatim/ui/texts";

/** The only time the secret is known. */
export function SecretDialog({ made, onClose }: { made: WebhookWithSecret; onClose: () => void }) {
  return (
    <OnceDialog
      onClose={onClose}
      title={t("The receiver's secret")}
      description={t("With it the receiver checks that a request is Verbatim's and unchanged. Libraries for Standard Webhooks do that in most languages.")}
    >
      <SecretField label={t("Signing secret")} value={made.secret} hint={t("Shown only now. You can replace it later without missing a request.")} />
    </OnceDialog>
  );
}
