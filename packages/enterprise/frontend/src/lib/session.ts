import { useQuery, useQueryClient, queryOptions } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "./client";

export type Me = Schemas["MeResponse"];

/** Keys are the plugin's own, whatever else a host keeps. */
export const meQuery = queryOptions({
  queryKey: ["verbatim-enterprise", "me"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/auth/me", { signal })),
});

export const setupQuery = queryOptions({
  queryKey: ["verbatim-enterprise", "setup"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/auth/setup", { signal })),
});

export const useMe = () => useQuery(meQuery);

export function useRefreshMe(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: meQuery.queryKey });
}

export const nameOf = (person: { display_name?: string | null; username: string }): string => person.display_name || person.username;

/** After somebody signed in or changed teams everything the host knows is another's: the page begins anew. */
export const beginAt = (address: string): void => location.assign(address);
