import { Button } from "@verbatim/ui/button";
import { SearchField } from "@verbatim/ui/search-field";
import { EmptyState } from "@verbatim/ui/states";
import { Badge } from "@verbatim/ui/badge";
import { count } from "@verbatim/ui/format";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { useQuery } from "@tanstack/react-query";
import { Plus, SearchX } from "lucide-react";
import { useCallback, useState } from "react";
import { AppLink } from "@/components/AppLink";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { TableTools } from "@/components/TableTools";
import { withoutOf } from "@verbatim/ui/saved-views";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { TEAM_SORTS, teamsQuery, type Team, type WantedTeams } from "@/features/teams/api";
import { NewTeamDialog } from "@/features/teams/NewTeamDialog";
import { oneOf, pageOf, useUrlState } from "@/lib/location";
import { ROLES } from "@/lib/roles";
import { ORDERS, sorting, turned } from "@/lib/sorting";

type Sort = Pick<WantedTeams, "sort_by" | "sort_order">;

const columns = (sort: Sort, onSort: (by: string) => void): Column<Team>[] => [
  {
    key: "name",
    label: t("Team"),
    ...sorting("name", sort, onSort, true),
    cell: (team) => (
      <AppLink dir="auto" href={`/team?team=${team.id}`} className="break-words font-medium underline-offset-4 hover:underline">
        {team.name}
      </AppLink>
    ),
  },
  { key: "members", label: t("Members"), className: "w-24 text-right tabular-nums", cell: (team) => count(team.member_count) },
  { key: "role", label: t("You"), className: "w-32", from: "sm", cell: (team) => (team.role ? <Badge>{ROLES[team.role]?.label ?? team.role}</Badge> : <span className="text-muted-foreground">{t("Not a member")}</span>) },
  { key: "made", label: t("Made"), className: "w-36", from: "md", ...sorting("created_at", sort, onSort), cell: (team) => <TimeAgo iso={team.created_at} className="text-muted-foreground" /> },
];

/** All teams of the installation, for administrators. What a team holds is seen by its members only. */
export default function TeamManagement() {
  const [params, setParams] = useUrlState();
  const [adding, setAdding] = useState(false);
  const search = params.get("search") ?? "";
  const sort: Sort = { sort_by: oneOf(params.get("sort"), TEAM_SORTS), sort_order: oneOf(params.get("order"), ORDERS) };
  const teams = useQuery(teamsQuery({ search, ...sort, page: pageOf(params), cursor: params.get("cursor") ?? undefined, all: true }));
  const find = useCallback((text: string) => setParams({ search: text, page: null, cursor: null }, { replace: true }), [setParams]);
  const shown = columns(sort, (by) => setParams(turned(by, sort, "name"), { replace: true }));
  return (
    <Section
      flush
      untitled
      title={t("All teams")}
      purpose={t("You manage members and settings of every team. What a team has recorded you see only as its member.")}
      actions={
        <Button variant="primary" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          {t("New team")}
        </Button>
      }
    >
      <div className="flex flex-wrap gap-2 px-5 pb-4">
        <SearchField label={t("Search teams")} value={search} onChange={find} className="min-w-0 grow basis-56 sm:max-w-sm" />
        <TableTools place="teams" columns={shown.slice(1)} />
      </div>
      <DataTable
        label={t("Teams")}
        noun="teams"
        columns={shown}
        without={withoutOf(params)}
        query={teams}
        keyOf={(team) => team.id}
        onPageChange={(page, cursor) => setParams({ page, cursor })}
        empty={
          <EmptyState icon={<SearchX aria-hidden="true" />} title={t("No team of that name")} action={<Button onClick={() => find("")}>{t("Show all teams")}</Button>}>
            {rich("No team has “{search}” in its name.", { search })}
          </EmptyState>
        }
      />
      {adding && <NewTeamDialog stays onClose={() => setAdding(false)} />}
    </Section>
  );
}
