import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

export const TRASH_PAGE = 50;

export const trashQuery = (search: string, page: number) =>
  queryOptions({
    queryKey: [...keys.trash, search, page],
    queryFn: ({ signal }) => unwrap(api.GET("/api/trash", { params: { query: { search: search || undefined, page, page_size: TRASH_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  });

/** Deletes some for ever, or with null everything. */
export function usePurge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[] | null) => {
      if (ids) return unwrap(api.POST("/api/trash/purge", { body: { ids: [...ids] } }));
      let gone = 0;
      for (;;) {
        const { count, left } = await unwrap(api.DELETE("/api/trash"));
        gone += count;
        if (count === 0) return { count: gone, left };
      }
    },
    meta: { quiet: true },
    onSettled: () => client.invalidateQueries({ queryKey: keys.trash }),
  });
}
