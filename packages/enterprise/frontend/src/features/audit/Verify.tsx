import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { CopyText } from "@verbatim/ui/copy-text";
import { exactTime } from "@verbatim/ui/format";
import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { verificationKey, verificationQuery, verify, type Verification } from "./api";

/** Checks every row against its seal, and says which is the first that is not as it was. */
export function Verify() {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const last = useQuery({ ...verificationQuery, enabled: open });
  const check = useMutation({ mutationFn: verify, onSuccess: (found) => client.setQueryData(verificationKey, found) });
  const found = last.data;
  const busy = check.isPending || found?.state === "running";

  return (
    <>
      <Button
        pending={check.isPending}
        onClick={() => {
          setOpen(true);
          check.mutate();
        }}
      >
        <ShieldCheck aria-hidden="true" />
        {t("Check the log")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("Is the log as it was written?")}
        description={t("Every row is checked against its seal, and the seals against heads that only this server can sign.")}
        footer={
          <>
            <Button onClick={() => check.mutate()} pending={busy}>
              {t("Check again")}
            </Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              {t("Done")}
            </Button>
          </>
        }
      >
        {busy ? (
          <p role="status" className="text-sm text-muted-foreground">
            {t("Checking… A long log takes some minutes; you can close this meanwhile.")}
          </p>
        ) : (
          found && <Result found={found} />
        )}
      </Dialog>
    </>
  );
}

function Result({ found }: { found: Verification }) {
  if (found.state !== "done") return <p className="text-sm text-muted-foreground">{t("It has not been checked yet.")}</p>;
  return (
    <div className="flex flex-col gap-4 text-sm">
      <Notice tone={found.ok ? "success" : "danger"}>{found.message}</Notice>
      {found.problems && found.problems.length > 1 && (
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {found.problems.map((problem) => (
            <li key={`${problem.kind} ${problem.number} ${problem.row_id}`} className="break-words">
              {problem.message}
            </li>
          ))}
        </ul>
      )}
      {found.finished_at && <p className="text-muted-foreground">{rich("Checked {finished_at}.", { finished_at: exactTime(found.finished_at) })}</p>}
      <div className="flex flex-col gap-1.5">
        <p className="text-xs font-medium text-muted-foreground">{t("Public key, for checking an export elsewhere")}</p>
        <CopyText text={found.public_key ?? ""} label={t("the public key")} />
      </div>
    </div>
  );
}
