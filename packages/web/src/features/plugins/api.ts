import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import { EMPTY_MANIFEST, readManifest, type Manifest } from "./manifest";

const manifestQuery = queryOptions({
  queryKey: keys.manifest,
  queryFn: async ({ signal }) => readManifest(await unwrap(api.GET("/api/plugins/manifest", { signal }))),
  staleTime: Number.POSITIVE_INFINITY,
});

interface ManifestState {
  manifest: Manifest;
  isPending: boolean;
}

/** Empty while loading and when it cannot be had: the app works without plugins. */
export function useManifest(): ManifestState {
  const { data, isPending } = useQuery(manifestQuery);
  return { manifest: data ?? EMPTY_MANIFEST, isPending };
}
