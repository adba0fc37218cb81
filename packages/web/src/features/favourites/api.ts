import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

export type Kind = "recording" | "document" | "project";

/** Where the page of something of a kind lies. */
export const pathOf = (kind: Kind, id: string): string => `/${kind}s/${id}`;

const FAVOURITES = ["favourites"] as const;

/** All that one has starred: a few rows, asked for once for every star on a page. */
export const favouritesQuery = queryOptions({
  queryKey: FAVOURITES,
  queryFn: ({ signal }) => unwrap(api.GET("/api/favourites", { signal })),
  select: (answer) => answer.items,
});

const recording = (id: string) => ({ params: { path: { recording_id: id } } });
const document = (id: string) => ({ params: { path: { document_id: id } } });
const project = (id: string) => ({ params: { path: { project_id: id } } });

const give = {
  recording: (id: string) => unwrap(api.PUT("/api/favourites/recordings/{recording_id}", recording(id))),
  document: (id: string) => unwrap(api.PUT("/api/favourites/documents/{document_id}", document(id))),
  project: (id: string) => unwrap(api.PUT("/api/favourites/projects/{project_id}", project(id))),
};

const take = {
  recording: (id: string) => unwrap(api.DELETE("/api/favourites/recordings/{recording_id}", recording(id))),
  document: (id: string) => unwrap(api.DELETE("/api/favourites/documents/{document_id}", document(id))),
  project: (id: string) => unwrap(api.DELETE("/api/favourites/projects/{project_id}", project(id))),
};

const lists = { recording: keys.recordingLists, document: keys.documentLists, project: keys.projects };

export function useStar(kind: Kind, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => (on ? give : take)[kind](id),
    onSettled: () => Promise.all([FAVOURITES, lists[kind]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
