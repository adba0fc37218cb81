import { Badge, type Tone } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Segmented } from "@verbatim/ui/segmented";
import { Select } from "@verbatim/ui/select";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { oneOf, pageOf, useUrlState } from "@/lib/location";
import { allWebhooksQuery, deliveriesQuery, eventsQuery, type Delivery, type DeliveryStatus } from "./api";
import { DeliveryDialog } from "./DeliveryDialog";

const STATES: readonly DeliveryStatus[] = ["pending", "delivered", "failed"];
const shown: Record<DeliveryStatus, { label: string; tone: Tone }> = {
  pending: { label: t("On its way"), tone: "info" },
  delivered: { label: t("Delivered"), tone: "success" },
  failed: { label: t("Failed"), tone: "danger" },
};
const filters = [{ value: "all", label: t("All") }, ...STATES.map((value) => ({ value: value as string, label: shown[value].label }))];
const stateOf = ({ status }: Delivery) => shown[status as DeliveryStatus] ?? { label: status, tone: "neutral" as const };

const columns = (urls: ReadonlyMap<string, string>, onOpen: (delivery: Delivery) => void): Column<Delivery>[] => [
  {
    key: "event",
    label: t("Event"),
    cell: (delivery) => (
      <button type="button" className="block max-w-full truncate font-mono text-xs font-medium text-primary hover:underline" onClick={() => onOpen(delivery)}>
        {delivery.event}
      </button>
    ),
  },
  {
    key: "to",
    label: t("To"),
    from: "md",
    cell: ({ webhook_id }) => (
      <span className="block truncate text-muted-foreground" title={urls.get(webhook_id)}>
        {urls.get(webhook_id) ?? t("A receiver")}
      </span>
    ),
  },
  {
    key: "state",
    label: t("State"),
    className: "w-36",
    cell: (delivery) => (
      <span className="flex items-center gap-2">
        <Badge tone={stateOf(delivery).tone}>{stateOf(delivery).label}</Badge>
        {delivery.last_status_code !== null && <span className="text-xs text-muted-foreground">{delivery.last_status_code}</span>}
      </span>
    ),
  },
  { key: "attempts", label: t("Attempts"), className: "w-24", from: "sm", cell: ({ attempts }) => <span className="text-muted-foreground">{attempts}</span> },
  { key: "made", label: t("When"), className: "w-32", from: "sm", cell: ({ created_at }) => <TimeAgo iso={created_at} className="text-muted-foreground" /> },
];

export function Deliveries() {
  const [params, setParams] = useUrlState();
  const [opened, setOpened] = useState<Delivery | null>(null);
  const status = oneOf(params.get("state"), STATES);
  const webhook = params.get("webhook") ?? "";
  const event = params.get("event") ?? "";
  const deliveries = useQuery(deliveriesQuery({ status, webhook_id: webhook || undefined, event: event || undefined, page: pageOf(params) }));
  const webhooks = useQuery(allWebhooksQuery).data?.items ?? [];
  const events = useQuery(eventsQuery).data?.items ?? [];
  const current = deliveries.data?.items.find(({ id }) => id === opened?.id) ?? opened;
  const narrowed = Boolean(status || webhook || event);
  return (
    <Section flush untitled title={t("Deliveries")} purpose={t("Every message, its attempts and their answers.")}>
      <div className="flex flex-wrap gap-3 overflow-x-auto px-5 pb-4">
        <Segmented label={t("State")} value={status ?? "all"} options={filters} onValueChange={(value) => setParams({ state: value === "all" ? null : value, page: null }, { replace: true })} />
        <Select
          aria-label={t("Receiver")}
          className="max-w-64"
          value={webhook}
          options={[{ value: "", label: t("All receivers") }, ...webhooks.map(({ id, url }) => ({ value: id, label: url }))]}
          onValueChange={(value) => setParams({ webhook: value, page: null }, { replace: true })}
        />
        <Select
          aria-label={t("Event")}
          className="max-w-64"
          value={event}
          options={[{ value: "", label: t("All events") }, ...events.map(({ name }) => ({ value: name, label: name }))]}
          onValueChange={(value) => setParams({ event: value, page: null }, { replace: true })}
        />
      </div>
      <DataTable
        label={t("Deliveries")}
        noun="deliveries"
        columns={columns(new Map(webhooks.map(({ id, url }) => [id, url])), setOpened)}
        query={deliveries}
        keyOf={(delivery) => delivery.id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState
            icon={<Send aria-hidden="true" />}
            title={narrowed ? t("No such delivery") : t("Nothing has been sent yet")}
            action={narrowed ? <Button onClick={() => setParams({ state: null, webhook: null, event: null, page: null })}>{t("Show all")}</Button> : undefined}
          >
            {narrowed ? t("None fits the filters.") : t("What is sent to your receivers appears here for 30 days.")}
          </EmptyState>
        }
      />
      {current && <DeliveryDialog delivery={current} onClose={() => setOpened(null)} />}
    </Section>
  );
}
