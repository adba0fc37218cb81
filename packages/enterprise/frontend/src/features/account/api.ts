import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Session = Schemas["SessionResponse"];
export type MfaState = Schemas["MfaState"];

const ROOT = ["verbatim-enterprise", "account"] as const;

export const sessionsQuery = queryOptions({
  queryKey: [...ROOT, "sessions"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/auth/sessions", { signal })),
});

export const mfaQuery = queryOptions({
  queryKey: [...ROOT, "mfa"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/auth/mfa", { signal })),
});

export interface Provider {
  id: string;
  label: string;
}

/** The single sign-on providers of this server. */
export const providersQuery = queryOptions({
  queryKey: [...ROOT, "providers"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<Provider[]> => {
    const { auth } = await unwrap(api.GET("/api/info", { signal }));
    return auth.methods.filter((method) => method.type === "oidc").map((method) => ({ id: String(method.id), label: String(method.label) }));
  },
});

export function useRefreshAccount(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["verbatim-enterprise"] });
}

export const changeName = (display_name: string) => unwrap(api.PATCH("/api/auth/me", { body: { display_name } }));
export const changePassword = (current: string | null, next: string) => unwrap(api.POST("/api/auth/password", { body: { current_password: current, new_password: next } }));

export const endSession = (session_id: string) => unwrap(api.DELETE("/api/auth/sessions/{session_id}", { params: { path: { session_id } } }));
export const endOtherSessions = () => unwrap(api.DELETE("/api/auth/sessions"));

export const beginMfa = (password: string | null) => unwrap(api.POST("/api/auth/mfa/setup", { body: { password } }));
export const enableMfa = (code: string) => unwrap(api.POST("/api/auth/mfa/enable", { body: { code } }));
export const disableMfa = (password: string | null, code: string) => unwrap(api.POST("/api/auth/mfa/disable", { body: { password, code } }));
export const renewCodes = (password: string | null, code: string) => unwrap(api.POST("/api/auth/mfa/recovery-codes", { body: { password, code } }));

export const beginLink = (provider_id: string) => unwrap(api.POST("/api/auth/oidc/{provider_id}/link", { params: { path: { provider_id } } }));
export const unlink = (provider_id: string) => unwrap(api.DELETE("/api/auth/oidc/{provider_id}/link", { params: { path: { provider_id } } }));
