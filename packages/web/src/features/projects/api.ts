import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

export const PROJECTS_PAGE = 24;

export const projectsQuery = (search: string, page: number, starred = false) =>
  queryOptions({
    queryKey: [...keys.projects, "list", search, page, starred],
    queryFn: ({ signal }) => unwrap(api.GET("/api/projects", { params: { query: { search: search || undefined, favourites: starred || undefined, page, page_size: PROJECTS_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  });

function useProjectMutation<V, R>(run: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { quiet: true },
    onSuccess: () => Promise.all([keys.projects, keys.recordings, keys.stats].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

interface Naming {
  id: string | null;
  name: string;
  description: string | null;
}

/** Creates a project, or changes the one with this id. */
export const useSaveProject = () =>
  useProjectMutation(({ id, name, description }: Naming) => {
    const body = { name, description };
    return id === null ? unwrap(api.POST("/api/projects", { body })) : unwrap(api.PATCH("/api/projects/{project_id}", { params: { path: { project_id: id } }, body }));
  });

export const useDeleteProject = () =>
  useProjectMutation(({ id, deleteFiles }: { id: string; deleteFiles: boolean }) =>
    unwrap(api.DELETE("/api/projects/{project_id}", { params: { path: { project_id: id }, query: { delete_files: deleteFiles } } })),
  );
