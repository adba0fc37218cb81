import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "./client";
import { keys } from "./keys";
import { readInfo } from "./session";

/* What many pages pick from: tags, projects, and what this server is and allows. */

export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: ({ signal }) => unwrap(api.GET("/api/tags", { signal })),
  select: (answer) => answer.items,
});

/** The first hundred by name are enough to pick from; the projects page has them all. */
export const projectChoicesQuery = queryOptions({
  queryKey: [...keys.projects, "choices"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/projects", { params: { query: { page_size: 100 } }, signal })),
  select: (answer) => answer.items,
});

export const infoQuery = queryOptions({
  queryKey: keys.info,
  queryFn: ({ signal }) => readInfo(signal),
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
}

function readLimits(info: unknown): Limits {
  const fields = (info ?? {}) as { permissions?: unknown; limits?: { max_upload_bytes?: unknown } | null };
  const permissions = Array.isArray(fields.permissions) ? fields.permissions.filter((p): p is string => typeof p === "string") : [];
  const most = fields.limits?.max_upload_bytes;
  return { permissions, maxUploadBytes: typeof most === "number" ? most : null };
}

/** None until the server said so. They hide controls; the server decides. */
export function usePermissions(): readonly string[] {
  return readLimits(useQuery(infoQuery).data).permissions;
}

export const usePermission = (permission: string): boolean => usePermissions().includes(permission);

export function useMaxUploadBytes(): number | null {
  return readLimits(useQuery(infoQuery).data).maxUploadBytes;
}
