import { Badge, type Tone } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Plus, Webhook as Icon } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { pageOf, useUrlState } from "@/lib/location";
import { webhooksQuery, type Webhook, type WebhookWithSecret } from "./api";
import { EVERYTHING } from "./EventChoice";
import { SecretDialog } from "./SecretDialog";
import { WebhookDialog } from "./WebhookDialog";
import { WebhookMenu } from "./WebhookMenu";

function stateOf({ status, health }: Webhook): { label: string; tone: Tone } {
  if (status === "paused") return { label: t("Paused"), tone: "neutral" };
  if (status === "disabled") return { label: t("Stopped"), tone: "danger" };
  if (health === "failing") return { label: t("Failing"), tone: "danger" };
  return health === "ok" ? { label: t("Works"), tone: "success" } : { label: t("Not used yet"), tone: "info" };
}

const columns = (onSecret: (made: WebhookWithSecret) => void): Column<Webhook>[] => [
  {
    key: "url",
    label: t("Address"),
    cell: (webhook) => (
      <span className="block min-w-0">
        <span className="block truncate font-medium" title={webhook.url}>
          {webhook.url}
        </span>
        {webhook.description && <span dir="auto" className="block truncate text-xs text-muted-foreground">{webhook.description}</span>}
        {(webhook.status_reason ?? webhook.last_error) && webhook.health !== "ok" && (
          <span className="line-clamp-2 text-xs text-destructive">{webhook.status_reason ?? webhook.last_error}</span>
        )}
      </span>
    ),
  },
  {
    key: "events",
    label: t("Events"),
    from: "md",
    cell: ({ events }) => (
      <span className="line-clamp-2 text-sm text-muted-foreground" title={events.join(", ")}>
        {events.includes(EVERYTHING) ? t("Every event") : events.join(", ")}
      </span>
    ),
  },
  { key: "state", label: t("State"), className: "w-32", cell: (webhook) => <Badge tone={stateOf(webhook).tone}>{stateOf(webhook).label}</Badge> },
  {
    key: "success",
    label: t("Last delivered"),
    className: "w-36", from: "sm",
    cell: ({ last_success_at: last }) => (last ? <TimeAgo iso={last} className="text-muted-foreground" /> : <span className="text-muted-foreground">{t("Never")}</span>),
  },
  { key: "actions", label: t("Actions"), quiet: true, className: "w-14 text-right", cell: (webhook) => <WebhookMenu webhook={webhook} onSecret={onSecret} /> },
];

export function Endpoints() {
  const [params, setParams] = useUrlState();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  const webhooks = useQuery(webhooksQuery(pageOf(params)));
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t("New receiver")}
    </Button>
  );
  return (
    <Section flush untitled title={t("Receivers")} purpose={t("Programs that are told when something happens in your team.")} actions={add}>
      <DataTable
        label={t("Receivers")}
        noun="receivers"
        columns={columns(setMade)}
        query={webhooks}
        keyOf={(webhook) => webhook.id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState icon={<Icon aria-hidden="true" />} title={t("Nobody is told yet")} action={add}>
            {t("Add the address of a program, and it hears of new recordings, finished transcripts and the rest at once.")}
          </EmptyState>
        }
      />
      {adding && <WebhookDialog onClose={() => setAdding(false)} onMade={setMade} />}
      {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
    </Section>
  );
}
