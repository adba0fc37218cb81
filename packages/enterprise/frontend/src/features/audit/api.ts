import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";
import { withParams } from "@/lib/location";
import { separator } from "@/lib/spreadsheet";

export type AuditRow = Schemas["AuditRowResponse"];
export type AuditDetail = Schemas["AuditDetailResponse"];
export type Outcome = Schemas["Outcome"];
export type Verification = Schemas["VerifyResponse"];
export type SavedFilter = Schemas["FilterResponse"];
export type Stream = Schemas["StreamResponse"];

const ROOT = ["verbatim-enterprise", "audit"] as const;
export const auditKey = ROOT;
export const A_YEAR = 365;
/** Nobody may have the log forget sooner. */
export const SHORTEST_DAYS = 30;
const PAGE_SIZE = 50;
/** While the log is being checked, how long until the page looks again. */
const LOOK_AGAIN_MS = 2_000;

/** What the address holds; the names are those of the list's parameters. */
export const FIELDS = ["search", "action", "outcome", "actor", "address", "team_id", "resource_type", "resource_id", "about", "last_hours", "start", "end"] as const;
export type Field = (typeof FIELDS)[number];
export type Wanted = Partial<Record<Field, string>>;

/** Days stand in the address; the server takes moments: the whole of the last day counts. */
function query({ start, end, outcome, last_hours: hours, ...rest }: Wanted) {
  const after = end ? new Date(`${end}T00:00:00`) : null;
  after?.setDate(after.getDate() + 1);
  return {
    ...rest,
    outcome: outcome as Outcome | undefined,
    last_hours: hours ? Number(hours) : undefined,
    start: start ? new Date(`${start}T00:00:00`).toISOString() : undefined,
    end: after?.toISOString(),
  };
}

export const auditQuery = (wanted: Wanted, cursor: string | undefined, sort_order: "asc" | "desc") =>
  queryOptions({
    queryKey: [...ROOT, "list", wanted, cursor, sort_order],
    queryFn: async ({ signal }) => {
      const page = await unwrap(api.GET("/api/admin/audit", { signal, params: { query: { ...query(wanted), cursor, sort_order, page_size: PAGE_SIZE } } }));
      return { ...page, total: page.items.length };
    },
    placeholderData: keepPreviousData,
  });

export const rowQuery = (audit_id: string) =>
  queryOptions({
    queryKey: [...ROOT, "row", audit_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/audit/{audit_id}", { signal, params: { path: { audit_id } } })),
  });

export const actionsQuery = queryOptions({
  queryKey: [...ROOT, "actions"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/audit/actions", { signal })),
  staleTime: Infinity,
});

export const HOURS = 24;
export const activityQuery = queryOptions({
  queryKey: [...ROOT, "activity"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/audit/activity", { signal, params: { query: { hours: HOURS } } })),
});

export const filtersKey = [...ROOT, "filters"] as const;
export const filtersQuery = queryOptions({
  queryKey: filtersKey,
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/audit/filters", { signal })),
});

export const verificationKey = [...ROOT, "verify"] as const;
export const verificationQuery = queryOptions({
  queryKey: verificationKey,
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/audit/verify", { signal })),
  refetchInterval: ({ state }) => (state.data?.state === "running" ? LOOK_AGAIN_MS : false),
});

/** Not asked again and again: each look at the log is a row of it. */
export const streamsQuery = queryOptions({
  queryKey: [...ROOT, "streams"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/admin/audit/streams", { signal })),
});

/** What removing everything older would remove. */
export const oldRowsQuery = (days: number) =>
  queryOptions({
    queryKey: [...ROOT, "old", days],
    queryFn: ({ signal }) => unwrap(api.GET("/api/admin/audit/retention", { signal, params: { query: { days } } })),
    staleTime: 0,
  });

export const removeOldRows = (days: number) => unwrap(api.POST("/api/admin/audit/retention", { body: { days } }));
export const verify = () => unwrap(api.POST("/api/admin/audit/verify"));
export const saveFilter = (body: Schemas["FilterCreate"]) => unwrap(api.POST("/api/admin/audit/filters", { body }));
export const deleteFilter = (filter_id: string) => unwrap(api.DELETE("/api/admin/audit/filters/{filter_id}", { params: { path: { filter_id } } }));
/** The page of the log with what was done to a thing and to what is in it. */
export const aboutAddress = (about: string) => `/admin/audit${withParams("", { about })}`;
export const exportAddress = (format: "csv" | "jsonl" | "proof", wanted: Wanted) => `/api/admin/audit/export${withParams("", { ...query(wanted), format, separator: format === "csv" ? separator() : undefined })}`;
