import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { Field } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { PasswordInput } from "@verbatim/ui/password-input";
import { t } from "@verbatim/ui/texts";
import { useState, type SubmitEvent } from "react";
import type { DocumentFile } from "@/lib/types";
import { useReadAgain } from "./api";

/** Why the text could not be read, and what can be done about it. A password is used once and kept nowhere. */
export function ReadAgain({ document, mayChange }: { document: DocumentFile; mayChange: boolean }) {
  const again = useReadAgain();
  const [password, setPassword] = useState("");
  const asks = document.error_code === "document_encrypted" && document.kind === "pdf";
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    again.mutate(asks ? { id: document.id, password } : { id: document.id }, { onSettled: () => setPassword("") });
  };
  return (
    <Notice tone="danger">
      <p>{document.error}</p>
      {mayChange && (
        <form onSubmit={submit} className="mt-2 flex flex-wrap items-end gap-3">
          {asks && (
            <Field label={t("Password of the document")} hint={t("It is used for this once and stored nowhere.")} error={again.error ? messageOf(again.error) : undefined}>
              {(control) => <PasswordInput {...control} autoComplete="off" value={password} onChange={(event) => setPassword(event.target.value)} />}
            </Field>
          )}
          <Button type="submit" size="sm" pending={again.isPending} disabled={asks && password === ""}>
            {asks ? t("Read it with this password") : t("Read it again")}
          </Button>
        </form>
      )}
      {!asks && again.error && <p className="mt-1">{messageOf(again.error)}</p>}
    </Notice>
  );
}
