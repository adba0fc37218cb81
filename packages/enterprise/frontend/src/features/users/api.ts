import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";
import { withParams } from "@/lib/location";
import { separator } from "@/lib/spreadsheet";

export type User = Schemas["UserResponse"];
export type Role = Schemas["Role"];
export type Status = Schemas["UserStatus"];

const ROOT = ["verbatim-enterprise", "users"] as const;
const PAGE_SIZE = 25;

export const SORTS = ["username", "email", "created_at", "last_sign_in_at"] as const;

export interface Wanted {
  search?: string;
  role?: Role;
  status?: Status;
  sort_by?: (typeof SORTS)[number];
  sort_order?: "asc" | "desc";
}

export const usersQuery = (wanted: Wanted, page: number, cursor?: string, size = PAGE_SIZE) =>
  queryOptions({
    queryKey: [...ROOT, wanted, page, cursor, size],
    queryFn: ({ signal }) => unwrap(api.GET("/api/users", { signal, params: { query: { ...wanted, page, cursor, page_size: size, count: "capped" } } })),
    placeholderData: keepPreviousData,
  });

/** The same accounts as the list shows. */
export const exportAddress = (wanted: Wanted) => `/api/users/export${withParams("", { ...wanted, separator: separator() })}`;

export const sessionsQuery = (user_id: string) =>
  queryOptions({
    queryKey: [...ROOT, user_id, "sessions"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/users/{user_id}/sessions", { signal, params: { path: { user_id } } })),
  });

export type Person = Schemas["Person"];

export const personQuery = (user_id: string) =>
  queryOptions({
    queryKey: [...ROOT, user_id, "person"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/people/{user_id}", { signal, params: { path: { user_id } } })),
  });

export function useRefreshUsers(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

const of = (user_id: string) => ({ params: { path: { user_id } } });

export const createUser = (body: Schemas["UserCreate"]) => unwrap(api.POST("/api/users", { body }));
export const updateUser = (user: string, body: Schemas["UserUpdate"]) => unwrap(api.PATCH("/api/users/{user_id}", { ...of(user), body }));
export const deleteUser = (user_id: string, transfer_to?: string) => unwrap(api.DELETE("/api/users/{user_id}", { params: { path: { user_id }, query: { transfer_to } } }));
export const makeResetLink = (user: string) => unwrap(api.POST("/api/users/{user_id}/reset-link", of(user)));
export const resetMfa = (user: string) => unwrap(api.DELETE("/api/users/{user_id}/mfa", of(user)));
export const unlock = (user: string) => unwrap(api.POST("/api/users/{user_id}/unlock", of(user)));
export const endSessions = (user: string) => unwrap(api.DELETE("/api/users/{user_id}/sessions", of(user)));
export const endSession = (user_id: string, session_id: string) => unwrap(api.DELETE("/api/users/{user_id}/sessions/{session_id}", { params: { path: { user_id, session_id } } }));
