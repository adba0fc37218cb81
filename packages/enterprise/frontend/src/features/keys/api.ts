import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Key = Schemas["KeyResponse"];
export type KeyWithSecret = Schemas["KeyWithSecret"];
export type KeyStatus = Schemas["KeyStatus"];
export type Scope = Schemas["Permission"];
export type Grantable = Schemas["GrantableResponse"];

const ROOT = ["verbatim-enterprise", "keys"] as const;
const PAGE_SIZE = 25;
export const USAGE_DAYS = 30;

export const keysQuery = (wanted: { status?: KeyStatus; page: number }) =>
  queryOptions({
    queryKey: [...ROOT, "list", wanted],
    queryFn: ({ signal }) => unwrap(api.GET("/api/keys", { signal, params: { query: { ...wanted, page_size: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });

export const grantableQuery = (team_id: string | null) =>
  queryOptions({
    queryKey: [...ROOT, "grantable", team_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/keys/grantable", { signal, params: { query: { team_id } } })),
    placeholderData: keepPreviousData,
  });

export const usageQuery = (key_id: string) =>
  queryOptions({
    queryKey: [...ROOT, key_id, "usage"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/keys/{key_id}/usage", { signal, params: { path: { key_id }, query: { days: USAGE_DAYS } } })),
  });

export function useRefreshKeys(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

const of = (key_id: string) => ({ params: { path: { key_id } } });

export const createKey = (body: Schemas["KeyCreate"]) => unwrap(api.POST("/api/keys", { body }));
export const renameKey = (key: string, name: string) => unwrap(api.PATCH("/api/keys/{key_id}", { ...of(key), body: { name } }));
export const rotateKey = (key: string, overlap_seconds: number) => unwrap(api.POST("/api/keys/{key_id}/rotate", { ...of(key), body: { overlap_seconds } }));
export const revokeKey = (key: string) => unwrap(api.DELETE("/api/keys/{key_id}", of(key)));
