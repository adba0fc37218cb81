import { queryOptions, useQuery } from "@tanstack/react-query";
import { usePermission } from "@/lib/catalog";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import { useUploads } from "./uploads";

const unfinishedQuery = queryOptions({
  queryKey: keys.unfinishedUploads,
  queryFn: async ({ signal }) => (await unwrap(api.GET("/api/uploads", { signal }))).items,
  staleTime: 60_000,
});

export type Unfinished = Awaited<ReturnType<NonNullable<typeof unfinishedQuery.queryFn>>>[number];

/** One's uploads that were broken off, here or elsewhere, and that nobody goes on with at the moment. */
export function useUnfinished(): readonly Unfinished[] {
  const all = useQuery({ ...unfinishedQuery, enabled: usePermission("recording:create") }).data ?? [];
  const mine = useUploads();
  return all.filter((one) => !one.is_sending && !mine.some(({ file }) => file.name === one.file_name && file.size === one.length));
}
