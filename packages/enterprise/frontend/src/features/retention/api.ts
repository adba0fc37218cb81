import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Rule = Schemas["RuleResponse"];
export type Basis = Schemas["Basis"];
export type Preview = Schemas["PreviewResponse"];

/** What a rule says: without days for ever, without a project for the whole team. */
export interface Terms {
  keep_days: number | null;
  basis: Basis;
  project_id: string | null;
}

const ROOT = ["verbatim-enterprise", "retention"] as const;

export const rulesQuery = (team_id: string) =>
  queryOptions({
    queryKey: [...ROOT, team_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/teams/{team_id}/retention", { signal, params: { path: { team_id } } })),
  });

export const previewQuery = (team_id: string, { keep_days, basis, project_id }: Terms) =>
  queryOptions({
    queryKey: [...ROOT, team_id, "preview", keep_days, basis, project_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/teams/{team_id}/retention/preview", {
          signal,
          params: { path: { team_id }, query: { keep_days: keep_days ?? undefined, basis, project_id: project_id ?? undefined } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export function useRefreshRetention(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

const of = (team_id: string, rule_id: string) => ({ params: { path: { team_id, rule_id } } });

export const createRule = (team_id: string, body: Terms) => unwrap(api.POST("/api/teams/{team_id}/retention/rules", { params: { path: { team_id } }, body }));
export const updateRule = (team: string, rule: string, { keep_days, basis }: Terms) =>
  unwrap(api.PATCH("/api/teams/{team_id}/retention/rules/{rule_id}", { ...of(team, rule), body: { keep_days, basis } }));
export const activateRule = (team: string, rule: string, confirm: string) =>
  unwrap(api.POST("/api/teams/{team_id}/retention/rules/{rule_id}/activate", { ...of(team, rule), body: { confirm } }));
export const pauseRule = (team: string, rule: string) => unwrap(api.POST("/api/teams/{team_id}/retention/rules/{rule_id}/pause", of(team, rule)));
export const deleteRule = (team: string, rule: string) => unwrap(api.DELETE("/api/teams/{team_id}/retention/rules/{rule_id}", of(team, rule)));
