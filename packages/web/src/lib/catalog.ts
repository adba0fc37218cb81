import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { Choices } from "@verbatim/ui/picker";
import { api, unwrap } from "./client";
import { keys } from "./keys";
import { readInfo } from "./session";

/* What many pages pick from: tags, projects, and what this server is and allows. */

export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: ({ signal }) => unwrap(api.GET("/api/tags", { signal })),
  select: (answer) => answer.items,
});

const CHOICES = 20;

/** Projects to pick from: those that fit a search, else those that were worked on last; null while nobody picks. */
export function useProjectChoices(search: string | null): Choices {
  const found = useQuery({
    enabled: search !== null,
    queryKey: [...keys.projects, "choices", search],
    queryFn: ({ signal }) => unwrap(api.GET("/api/projects", { params: { query: { search: search || undefined, page_size: CHOICES } }, signal })),
    placeholderData: keepPreviousData,
  });
  return { items: found.data?.items ?? [], more: (found.data?.total ?? 0) > CHOICES, pending: found.isPending };
}

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.projects, "one", id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/projects/{project_id}", { params: { path: { project_id: id } }, signal })),
  });

export const infoQuery = queryOptions({
  queryKey: keys.info,
  queryFn: ({ signal }) => readInfo(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What a field for files offers, by what this server reads. */
export const uploadKindsQuery = queryOptions({
  queryKey: keys.uploadKinds,
  queryFn: ({ signal }) => unwrap(api.GET("/api/recordings/upload/kinds", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The same for documents. */
export const documentKindsQuery = queryOptions({
  queryKey: keys.documentKinds,
  queryFn: ({ signal }) => unwrap(api.GET("/api/documents/kinds", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Which engines there are, which is used, and the languages they know. */
export const transcriptionQuery = queryOptions({
  queryKey: keys.transcription,
  queryFn: ({ signal }) => unwrap(api.GET("/api/config/transcription", { signal })),
});

interface Limits {
  permissions: readonly string[];
  maxUploadBytes: number | null;
  trashDays: number;
}

function readLimits(info: unknown): Limits {
  const fields = (info ?? {}) as { permissions?: unknown; limits?: { max_upload_bytes?: unknown; trash_days?: unknown } | null };
  const permissions = Array.isArray(fields.permissions) ? fields.permissions.filter((p): p is string => typeof p === "string") : [];
  const most = fields.limits?.max_upload_bytes;
  const days = fields.limits?.trash_days;
  return { permissions, maxUploadBytes: typeof most === "number" ? most : null, trashDays: typeof days === "number" ? days : 0 };
}

/** None until the server said so. They hide controls; the server decides. */
export function usePermissions(): readonly string[] {
  return readLimits(useQuery(infoQuery).data).permissions;
}

export const usePermission = (permission: string): boolean => usePermissions().includes(permission);

export function useMaxUploadBytes(): number | null {
  return readLimits(useQuery(infoQuery).data).maxUploadBytes;
}

/** For so many days what is deleted can be restored; 0: it is gone at once. */
export function useTrashDays(): number {
  return readLimits(useQuery(infoQuery).data).trashDays;
}
