import { OnceDialog } from "@/components/OnceDialog";
import { SecretField } from "@/components/SecretField";
import type { KeyWithSecret } from "./api";
import { t } from "@verbatim/ui/texts";

const example = (key: string) => `curl -H "Authorization: Bearer ${key}" ${location.origin}/api/recordings`;

/** The only time the key is known. */
export function KeySecretDialog({ made, onClose }: { made: KeyWithSecret; onClose: () => void }) {
  return (
    <OnceDialog
      onClose={onClose}
      title={t("The key for {made} is ready", { made: made.name })}
      description={t("Copy it now: only its fingerprint is kept here, so nobody can show it to you again.")}
    >
      <div className="flex flex-col gap-4">
        <SecretField label={t("API key")} value={made.key} hint={t("Keep it like a password: in a vault or a variable, not in a file that is shared.")} />
        <SecretField label={t("Try it")} value={example(made.key)} />
      </div>
    </OnceDialog>
  );
}
