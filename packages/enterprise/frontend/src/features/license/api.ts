import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Status = Schemas["LicenseStatus"];
export type Preview = Schemas["LicensePreview"];
export type Notice = Schemas["LicenseNotice"];
export type State = Schemas["LicenseState"];

const ROOT = ["verbatim-enterprise", "license"] as const;
const OFTEN_MS = 60_000;

export const statusQuery = queryOptions({
  queryKey: [...ROOT, "status"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/license/status", { signal })),
});

/** Asked anew each minute: a licence that ends is said on pages that stay open. */
export const noticesQuery = queryOptions({
  queryKey: [...ROOT, "notices"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/license/notices", { signal })),
  refetchInterval: OFTEN_MS,
});

export function useRefreshLicense(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

export const tryLicense = (license_key: string) => unwrap(api.POST("/api/license/validate", { body: { license_key } }));
export const uploadLicense = (license_key: string) => unwrap(api.POST("/api/license", { body: { license_key } }));
