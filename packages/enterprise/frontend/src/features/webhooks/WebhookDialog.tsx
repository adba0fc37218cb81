import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { createWebhook, eventsQuery, updateWebhook, useRefreshWebhooks, type Webhook, type WebhookWithSecret } from "./api";
import { EventChoice, EVERYTHING } from "./EventChoice";

interface WebhookDialogProps {
  /** The webhook to change; without one a new one is made. */
  webhook?: Webhook;
  onClose: () => void;
  onMade?: (webhook: WebhookWithSecret) => void;
}

export function WebhookDialog({ webhook, onClose, onMade }: WebhookDialogProps) {
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [description, setDescription] = useState(webhook?.description ?? "");
  const [events, setEvents] = useState<string[]>(webhook?.events ?? [EVERYTHING]);
  const form = useId();
  const refresh = useRefreshWebhooks();
  const catalogue = useQuery(eventsQuery).data?.items ?? [];
  const save = useMutation({
    mutationFn: async () => {
      const body = { url, description, events };
      if (webhook) await updateWebhook(webhook.id, body);
      return webhook ? null : createWebhook(body);
    },
    onSuccess: (made) => {
      void refresh();
      onClose();
      if (made) onMade?.(made);
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(save.error, ["url", "events", "description"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={webhook ? t("Change the receiver") : t("New receiver")}
      description={t("Verbatim sends a signed request to this address whenever one of the events happens in your team.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={form} variant="primary" pending={save.isPending} disabled={events.length === 0}>
            {webhook ? t("Save") : t("Add the receiver")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("Address")} error={problems.url} hint={t("Reachable from the server, such as https://example.org/hooks.")}>
          {(control) => <Input {...control} type="url" value={url} onChange={(event) => setUrl(event.target.value)} required autoComplete="off" spellCheck={false} />}
        </Field>
        <Field label={t("Description")} error={problems.description}>
          {(control) => <Input {...control} value={description} onChange={(event) => setDescription(event.target.value)} maxLength={200} autoComplete="off" />}
        </Field>
        <EventChoice catalogue={catalogue} chosen={events} onChange={setEvents} error={problems.events} />
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
