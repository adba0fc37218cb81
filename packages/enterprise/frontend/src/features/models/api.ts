import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type ModelServer = Schemas["EndpointResponse"];
export type Budget = Schemas["BudgetResponse"];
export type Usage = Schemas["UsageResponse"];
export type NewServer = Schemas["EndpointCreate"];
export type NewBudget = Schemas["BudgetCreate"];

const ROOT = ["verbatim-enterprise", "language-models"] as const;
const PAGE_SIZE = 25;

export const serversQuery = queryOptions({ queryKey: [...ROOT, "servers"], queryFn: ({ signal }) => unwrap(api.GET("/api/llm/endpoints", { signal })) });
export const budgetsQuery = queryOptions({ queryKey: [...ROOT, "budgets"], queryFn: ({ signal }) => unwrap(api.GET("/api/llm/budgets", { signal })) });
export const usageQuery = (page: number) =>
  queryOptions({
    queryKey: [...ROOT, "usage", page],
    queryFn: ({ signal }) => unwrap(api.GET("/api/llm/usage", { signal, params: { query: { page, page_size: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });

export function useRefreshModels(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

const server = (id: string) => ({ params: { path: { llm_endpoint_id: id } } });

export const createServer = (body: NewServer) => unwrap(api.POST("/api/llm/endpoints", { body }));
export const deleteServer = (id: string) => unwrap(api.DELETE("/api/llm/endpoints/{llm_endpoint_id}", server(id)));
export const testServer = (id: string) => unwrap(api.POST("/api/llm/endpoints/{llm_endpoint_id}/test", server(id)));
export const setPrice = (body: Schemas["PriceCreate"]) => unwrap(api.POST("/api/llm/prices", { body }));
export const createBudget = (body: NewBudget) => unwrap(api.POST("/api/llm/budgets", { body }));
export const deleteBudget = (id: string) => unwrap(api.DELETE("/api/llm/budgets/{llm_budget_id}", { params: { path: { llm_budget_id: id } } }));

const MILLION = 1_000_000;
export const money = (micros: number): string => (micros / MILLION).toFixed(2);
/** A number that somebody typed as money; nothing when it is none. */
export function micros(text: string): number | undefined {
  const value = Number(text.replace(",", "."));
  return text.trim() && Number.isFinite(value) && value >= 0 ? Math.round(value * MILLION) : undefined;
}
