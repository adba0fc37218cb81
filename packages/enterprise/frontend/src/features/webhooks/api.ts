import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Webhook = Schemas["WebhookResponse"];
export type WebhookWithSecret = Schemas["WebhookWithSecretResponse"];
export type CatalogueEvent = Schemas["EventResponse"];
export type Delivery = Schemas["DeliveryResponse"];
export type DeliveryDetail = Schemas["DeliveryDetailResponse"];
export type DeliveryStatus = Schemas["DeliveryStatus"];

const ROOT = ["verbatim-enterprise", "webhooks"] as const;
const PAGE_SIZE = 25;
const MOST = 100;
/** While something is on its way, how long until the page looks again. */
const LOOK_AGAIN_MS = 2_000;

export const webhooksQuery = (page: number, size = PAGE_SIZE) =>
  queryOptions({
    queryKey: [...ROOT, "list", page, size],
    queryFn: ({ signal }) => unwrap(api.GET("/api/webhooks", { signal, params: { query: { page, page_size: size } } })),
    placeholderData: keepPreviousData,
  });

export const allWebhooksQuery = webhooksQuery(1, MOST);

export const eventsQuery = queryOptions({
  queryKey: [...ROOT, "events"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/webhooks/events", { signal })),
  staleTime: Infinity,
});

export interface DeliveryFilter {
  webhook_id?: string;
  status?: DeliveryStatus;
  event?: string;
  page: number;
}

export const deliveriesQuery = (wanted: DeliveryFilter) =>
  queryOptions({
    queryKey: [...ROOT, "deliveries", wanted],
    queryFn: ({ signal }) => unwrap(api.GET("/api/webhooks/deliveries", { signal, params: { query: { ...wanted, page_size: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === "pending") ? LOOK_AGAIN_MS : false),
  });

export const deliveryQuery = (delivery_id: string) =>
  queryOptions({
    queryKey: [...ROOT, "delivery", delivery_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/webhooks/deliveries/{delivery_id}", { signal, params: { path: { delivery_id } } })),
    refetchInterval: ({ state }) => (state.data?.status === "pending" ? LOOK_AGAIN_MS : false),
  });

export function useRefreshWebhooks(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

const of = (webhook_id: string) => ({ params: { path: { webhook_id } } });

export const createWebhook = (body: Schemas["WebhookCreate"]) => unwrap(api.POST("/api/webhooks", { body }));
export const updateWebhook = (webhook: string, body: Schemas["WebhookUpdate"]) => unwrap(api.PATCH("/api/webhooks/{webhook_id}", { ...of(webhook), body }));
export const deleteWebhook = (webhook: string) => unwrap(api.DELETE("/api/webhooks/{webhook_id}", of(webhook)));
export const pauseWebhook = (webhook: string) => unwrap(api.POST("/api/webhooks/{webhook_id}/pause", of(webhook)));
export const resumeWebhook = (webhook: string) => unwrap(api.POST("/api/webhooks/{webhook_id}/resume", of(webhook)));
export const testWebhook = (webhook: string) => unwrap(api.POST("/api/webhooks/{webhook_id}/test", of(webhook)));
export const rotateSecret = (webhook: string, overlap_hours: number) => unwrap(api.POST("/api/webhooks/{webhook_id}/rotate-secret", { ...of(webhook), body: { overlap_hours } }));
export const replayRange = (webhook: string, body: Schemas["ReplayRequest"]) => unwrap(api.POST("/api/webhooks/{webhook_id}/replay", { ...of(webhook), body }));
export const replayDelivery = (delivery_id: string) => unwrap(api.POST("/api/webhooks/deliveries/{delivery_id}/replay", { params: { path: { delivery_id } } }));
