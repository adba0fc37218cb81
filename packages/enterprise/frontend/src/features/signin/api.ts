import { queryOptions } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Provider = Schemas["ProviderResponse"];
export type Trial = Schemas["OidcTestResponse"];

export const providersQuery = queryOptions({
  queryKey: ["verbatim-enterprise", "sign-in-providers"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/auth/oidc/providers", { signal })),
});

export const beginTrial = (provider: string) => unwrap(api.POST("/api/auth/oidc/{provider_id}/test", { params: { path: { provider_id: provider } } }));

/** What the provider sent back to the page, behind the #. */
export interface Sent {
  provider: string;
  body: Schemas["OidcTestResult"];
}

export const finishTrial = ({ provider, body }: Sent) => unwrap(api.POST("/api/auth/oidc/{provider_id}/test/result", { params: { path: { provider_id: provider } }, body }));

export function sentIn(fragment: string): Sent | undefined {
  const found = new URLSearchParams(fragment);
  const [provider, state] = [found.get("provider"), found.get("state")];
  if (!provider || !state) return undefined;
  return { provider, body: { state, code: found.get("code"), iss: found.get("iss"), error: found.get("error") } };
}
