import { count } from "@verbatim/ui/format";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { replayRange, useRefreshWebhooks, type Webhook } from "./api";

const WHICH = [
  { value: "failed", label: t("Those that failed") },
  { value: "delivered", label: t("Those that were delivered") },
  { value: "all", label: t("All") },
] as const;
type Which = (typeof WHICH)[number]["value"];

const DAY_MS = 86_400_000;

/** As an input for local date and time wants it. */
function local(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** After an outage of the receiver: everything of a time range once more. */
export function ReplayDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [start, setStart] = useState(() => local(new Date(Date.now() - DAY_MS)));
  const [end, setEnd] = useState(() => local(new Date()));
  const [which, setWhich] = useState<Which>("failed");
  const refresh = useRefreshWebhooks();
  return (
    <ConfirmDialog
      open
      destructive={false}
      onOpenChange={(open) => !open && onClose()}
      title={t("Send again")}
      description={t("Each message keeps its webhook-id, so a receiver that has seen it can tell.")}
      confirmLabel={t("Send again")}
      onConfirm={async () => {
        const { count: sent } = await replayRange(webhook.id, { start: new Date(start).toISOString(), end: new Date(end).toISOString(), status: which });
        toast(sent ? "success" : "info", sent ? t("{count} deliveries are on their way again.", { count: count(sent) }) : t("There is nothing to send again in that time."));
        void refresh();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("From")}>{(control) => <Input {...control} type="datetime-local" value={start} onChange={(event) => setStart(event.target.value)} required />}</Field>
        <Field label={t("To")}>{(control) => <Input {...control} type="datetime-local" value={end} onChange={(event) => setEnd(event.target.value)} required />}</Field>
      </div>
      <Field label={t("Which")}>{(control) => <Select {...control} className="w-full" value={which} options={[...WHICH]} onValueChange={(value) => setWhich(value as Which)} />}</Field>
    </ConfirmDialog>
  );
}
