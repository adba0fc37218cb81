import { OnceDialog } from "@/components/OnceDialog";
import { SecretField } from "@/components/SecretField";
import type { KeyWithSecret } from "./api";

const example = (key: string) => `curl -H "Authorization: Bearer ${key}" ${location.origin}/api/recordings`;

/** The only time the key is known. */
export function KeySecretDialog({ made, onClose }: { made: KeyWithSecret; onClose: () => void }) {
  return (
    <OnceDialog
      onClose={onClose}
      title={`The key for ${made.name} is ready`}
      description="Copy it now: only its fingerprint is kept here, so nobody can show it to you again."
    >
      <div className="flex flex-col gap-4">
        <SecretField label="API key" value={made.key} hint="Keep it like a password: in a vault or a variable, not in a file that is shared." />
        <SecretField label="Try it" value={example(made.key)} />
      </div>
    </OnceDialog>
  );
}
