import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTaken } from "./taken";

/** Returns whether the text lies in the clipboard; a page without TLS has none. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    toast("info", t("Copying is not possible here; mark the text and copy it."));
    return false;
  }
}

/** Something that is shown once: marked whole with one click, copied with another. */
export function SecretField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const [copied, setCopied] = useState(false);
  const tellTaken = useTaken();
  async function take() {
    if (!(await copy(value))) return;
    setCopied(true);
    tellTaken();
  }
  const Icon = copied ? Check : Copy;
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <Input {...control} readOnly value={value} onFocus={(event) => event.target.select()} className="min-w-0 font-mono text-xs!" />
          <Button onClick={() => void take()}>
            <Icon aria-hidden="true" />
            {copied ? t("Copied") : t("Copy")}
          </Button>
        </span>
      )}
    </Field>
  );
}
