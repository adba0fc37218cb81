import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { BodyCell, BodyRow, HeadCell, Table } from "@verbatim/ui/table";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { importSettings, settingsQuery, type Imported } from "./api";
import { shownValue, toSend, type SettingsFile } from "./file";

/** Settings of another installation: what they would change here is shown before anything does. */
export function ImportDialog({ file, preview, onClose }: { file: SettingsFile; preview: Imported; onClose: () => void }) {
  const client = useQueryClient();
  const [seen, setSeen] = useState(preview);
  const apply = useMutation({
    mutationFn: () => importSettings(toSend(file, true)),
    onSuccess: async (done) => {
      setSeen(done);
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey });
      toast("success", t("The settings are taken over."));
      onClose();
    },
    meta: { quiet: true },
  });
  const possible = seen.changes.filter(({ problem }) => problem === null);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("Settings from a file")}
      description={t("Nothing has been changed yet. What cannot be set here is left out, and the last change can be taken back.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" disabled={possible.length === 0} pending={apply.isPending} onClick={() => apply.mutate()}>
            {possible.length === 1 ? t("Change 1 setting") : t("Change {possible} settings", { possible: possible.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-sm">
        {seen.changes.length === 0 && <Notice>{t("Everything is set like this here already.")}</Notice>}
        {seen.secrets.length > 0 && <Notice>{rich("Secrets are not in the file. Set them by hand: {secrets}.", { secrets: seen.secrets.join(", ") })}</Notice>}
        <FormError message={apply.isError ? messageOf(apply.error) : undefined} />
        {seen.changes.length > 0 && (
          <Table aria-label={t("What would change")}>
            <thead>
              <tr>
                <HeadCell>{t("Setting")}</HeadCell>
                <HeadCell>{t("Now")}</HeadCell>
                <HeadCell>{t("Then")}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {seen.changes.map((one) => (
                <BodyRow key={one.name}>
                  <BodyCell className="font-medium">{one.title}</BodyCell>
                  <BodyCell className="break-all text-muted-foreground">{shownValue(one.before)}</BodyCell>
                  <BodyCell className="break-all">
                    {one.problem ? (
                      <span className="flex flex-wrap items-center gap-2">
                        <Badge tone="warning">{t("Left out")}</Badge>
                        {one.problem}
                      </span>
                    ) : (
                      shownValue(one.after)
                    )}
                  </BodyCell>
                </BodyRow>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </Dialog>
  );
}
