import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { FormError } from "@/components/FormError";
import { uploadLicense, useRefreshLicense, type Preview } from "./api";

interface ConfirmDialogProps {
  preview: Preview;
  text: string;
  onClose: (done: boolean) => void;
}

/** What would change, beside what is; only then it does. */
export function ConfirmDialog({ preview, text, onClose }: ConfirmDialogProps) {
  const refresh = useRefreshLicense();
  const uploading = useMutation({
    mutationFn: () => uploadLicense(text),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh();
      toast("success", t("The licence counts from now on."));
      onClose(true);
    },
  });
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose(false)}
      title={t("Use the licence for {org_name}?", { org_name: preview.org_name })}
      description={preview.changes.length > 0 ? t("This is what changes, on every server within seconds.") : t("It says the same as the present one, so nothing changes.")}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t("Keep the present one")}</Button>
          <Button variant="primary" disabled={uploading.isPending} onClick={() => uploading.mutate()}>
            {t("Use this licence")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <dl className="flex flex-col divide-y divide-border text-sm">
          {preview.changes.map(({ what, before, after }) => (
            <div key={what} className="grid gap-x-4 py-2 first:pt-0 last:pb-0 sm:grid-cols-[8rem_1fr]">
              <dt className="text-muted-foreground">{what}</dt>
              <dd>
                <span className="text-muted-foreground line-through">{before}</span>
                <span className="sr-only"> {t("becomes")} </span>
                <span aria-hidden="true"> → </span>
                <span className="font-medium">{after}</span>
              </dd>
            </div>
          ))}
        </dl>
        {preview.warnings.map((warning) => (
          <Notice key={warning}>{warning}</Notice>
        ))}
        <FormError message={uploading.isError ? messageOf(uploading.error) : undefined} />
      </div>
    </Dialog>
  );
}
