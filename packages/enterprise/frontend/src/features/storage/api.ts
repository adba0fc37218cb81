import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Location = Schemas["LocationResponse"];
export type Tried = Schemas["LocationTestResponse"];
export type Move = Schemas["StorageTransferStatus"];
export type Comparison = Schemas["StorageCheckStatus"];

const ROOT = ["verbatim-enterprise", "storage"] as const;
const MOST = 100;
/** While something is going on, how long until the page looks again. */
const LOOK_AGAIN_MS = 1_500;
const GOING_ON: ReadonlySet<string> = new Set(["queued", "running"]);

export const isGoingOn = (move: Move | undefined): boolean => GOING_ON.has(move?.status ?? "none");

export const locationsQuery = (page: number, size = MOST) =>
  queryOptions({
    queryKey: [...ROOT, "locations", page, size],
    queryFn: ({ signal }) => unwrap(api.GET("/api/storage-locations", { signal, params: { query: { page, page_size: size } } })),
    placeholderData: keepPreviousData,
  });

export const moveQuery = queryOptions({
  queryKey: [...ROOT, "move"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/storage-locations/transfer/status", { signal })),
  refetchInterval: ({ state }) => (isGoingOn(state.data) ? LOOK_AGAIN_MS : false),
});

export const comparisonQuery = queryOptions({
  queryKey: [...ROOT, "comparison"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/storage-locations/check", { signal })),
  refetchInterval: ({ state }) => (state.data?.running ? LOOK_AGAIN_MS : false),
});

export function useRefreshStorage(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

const of = (location_id: string) => ({ params: { path: { location_id } } });

export const addLocation = (body: Schemas["LocationCreate"]) => unwrap(api.POST("/api/storage-locations", { body }));
export const changeLocation = (location: string, body: Schemas["LocationUpdate"]) => unwrap(api.PATCH("/api/storage-locations/{location_id}", { ...of(location), body }));
export const deleteLocation = (location: string) => unwrap(api.DELETE("/api/storage-locations/{location_id}", of(location)));
export const tryLocation = (location: string) => unwrap(api.POST("/api/storage-locations/{location_id}/test", of(location)));
export const tryDescription = (body: Schemas["LocationTest"]) => unwrap(api.POST("/api/storage-locations/test", { body }));
export const moveFiles = (from_location_id: string, to_location_id: string) => unwrap(api.POST("/api/storage-locations/transfer", { body: { from_location_id, to_location_id } }));
export const stopMoving = () => unwrap(api.POST("/api/storage-locations/transfer/cancel"));
export const compare = () => unwrap(api.POST("/api/storage-locations/check", { body: { quick: false } }));
