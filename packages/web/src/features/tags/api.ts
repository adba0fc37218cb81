import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

function useTagMutation<V>(run: (variables: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { quiet: true },
    onSuccess: () => Promise.all([keys.tags, keys.recordings, keys.projects].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export interface TagFields {
  id: string | null;
  name: string;
  color: string | null;
}

/** Creates a tag, or changes the one with this id. */
export const useSaveTag = () =>
  useTagMutation(({ id, name, color }: TagFields) => {
    const body = { name, color };
    return id === null ? unwrap(api.POST("/api/tags", { body })) : unwrap(api.PATCH("/api/tags/{tag_id}", { params: { path: { tag_id: id } }, body }));
  });

export const useDeleteTag = () => useTagMutation((id: string) => unwrap(api.DELETE("/api/tags/{tag_id}", { params: { path: { tag_id: id } } })));
