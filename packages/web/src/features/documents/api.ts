import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { QueryOf } from "@/lib/types";

export const DOCUMENTS_PAGE = 25;
export const TEXT_PAGE = 100;

export const documentsQuery = (query: QueryOf<"/api/documents">) =>
  queryOptions({
    queryKey: [...keys.documentLists, query],
    queryFn: ({ signal }) => unwrap(api.GET("/api/documents", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: keys.document(id),
    queryFn: ({ signal }) => unwrap(api.GET("/api/documents/{document_id}", { params: { path: { document_id: id } }, signal })),
  });

export const textQuery = (id: string, offset: number) =>
  queryOptions({
    queryKey: [...keys.document(id), "text", offset],
    queryFn: ({ signal }) => unwrap(api.GET("/api/documents/{document_id}/text", { params: { path: { document_id: id }, query: { offset, limit: TEXT_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  });

/** Where in one document some words stand, in reading order. */
export const findQuery = (id: string, q: string) =>
  queryOptions({
    queryKey: [...keys.search, "document", id, q],
    queryFn: ({ signal }) => unwrap(api.GET("/api/search/documents", { params: { query: { q, document_id: id, page_size: 100 } }, signal })),
    enabled: q.trim() !== "",
  });

/** The address of the file: `inline` for our own viewer, else it is saved. */
export const contentPath = (id: string, inline: boolean): string => `/api/documents/${encodeURIComponent(id)}/content${inline ? "?inline=true" : ""}`;

function useDocumentMutation<V>(run: (variables: V) => Promise<unknown>, quiet = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { quiet },
    onSettled: () => Promise.all([keys.documents, keys.projects, keys.search, keys.trash].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

const byId = (id: string) => ({ path: { document_id: id } });

export const useDeleteDocuments = () => useDocumentMutation((ids: readonly string[]) => unwrap(api.POST("/api/documents/bulk-delete", { body: { ids: [...ids] } })), true);

export const useAssignDocuments = () =>
  useDocumentMutation(({ ids, projectId }: { ids: readonly string[]; projectId: string | null }) => unwrap(api.POST("/api/documents/bulk-assign", { body: { ids: [...ids], project_id: projectId } })));

export const useReadAgain = () =>
  useDocumentMutation(({ id, password }: { id: string; password?: string }) => unwrap(api.POST("/api/documents/{document_id}/process", { params: byId(id), body: { password: password ?? null } })), true);

export const useRenameDocument = () => useDocumentMutation(({ id, title }: { id: string; title: string }) => unwrap(api.PATCH("/api/documents/{document_id}", { params: byId(id), body: { title } })), true);
