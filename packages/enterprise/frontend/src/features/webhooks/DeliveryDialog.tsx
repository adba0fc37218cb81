import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { count, exactTime } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import type { Schemas } from "@/lib/client";
import { deliveryQuery, replayDelivery, useRefreshWebhooks, type Delivery, type DeliveryDetail } from "./api";

type Attempt = Schemas["AttemptResponse"];

/** What was sent, each attempt, and what came back. */
export function DeliveryDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const detail = useQuery(deliveryQuery(delivery.id));
  const refresh = useRefreshWebhooks();
  const again = useMutation({
    mutationFn: () => replayDelivery(delivery.id),
    onSuccess: async () => {
      toast("success", t("It is on its way again."));
      await refresh();
    },
  });
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={delivery.event}
      description={t("Of {created_at}, webhook-id {message_id}", { created_at: exactTime(delivery.created_at), message_id: delivery.message_id })}
      footer={
        <>
          <Button onClick={() => again.mutate()} pending={again.isPending} disabled={delivery.status === "pending"}>
            {t("Send it again")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t("Done")}
          </Button>
        </>
      }
    >
      <Waiting query={detail} height="h-64">
        {(found) => <Detail detail={found} />}
      </Waiting>
    </Dialog>
  );
}

function Detail({ detail }: { detail: DeliveryDetail }) {
  return (
    <div className="flex flex-col gap-5 text-sm">
      <p className="break-all text-muted-foreground">{rich("To {url}", { url: detail.url })}</p>
      <Block title={t("Body")} text={pretty(detail.request_body)} />
      {detail.attempts_log.length === 0 && <p className="text-muted-foreground">{t("Not tried yet.")}</p>}
      {detail.attempts_log.map((attempt) => (
        <AttemptCard key={attempt.started_at} attempt={attempt} />
      ))}
    </div>
  );
}

function AttemptCard({ attempt }: { attempt: Attempt }) {
  const { status_code: status } = attempt;
  const good = status !== null && status >= 200 && status < 300;
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-border p-4">
      <h3 className="flex flex-wrap items-center gap-3 font-medium">
        {exactTime(attempt.started_at)}
        <Badge tone={good ? "success" : "danger"}>{status ?? t("No answer")}</Badge>
        <span className="text-xs font-normal text-muted-foreground">{rich("{count} ms", { count: count(attempt.duration_ms) })}</span>
      </h3>
      {attempt.error && <p className="text-destructive">{attempt.error}</p>}
      <Block title={t("Request headers")} text={lines(attempt.request_headers)} />
      {attempt.response_headers && <Block title={t("Response headers")} text={lines(attempt.response_headers)} />}
      {attempt.response_body && <Block title={t("Response")} text={attempt.response_body} />}
    </section>
  );
}

function Block({ title, text }: { title: string; text: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p dir="auto" className="text-xs font-medium text-muted-foreground">{title}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to get there */}
      <pre role="region" tabIndex={0} aria-label={title} className="max-h-60 overflow-auto rounded-lg bg-muted p-3 font-mono text-xs">
        {text}
      </pre>
    </div>
  );
}

const lines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
