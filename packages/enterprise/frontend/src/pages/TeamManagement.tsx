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
import { teamsQuery, type Team } from "@/features/teams/api";
import { NewTeamDialog } from "@/features/teams/NewTeamDialog";
import { pageOf, useUrlState } from "@/lib/location";
import { ROLES } from "@/lib/roles";

const columns: Column<Team>[] = [
  {
    key: "name",
    label: "Team",
    cell: (team) => (
      <AppLink dir="auto" href={`/team?team=${team.id}`} className="break-words font-medium underline-offset-4 hover:underline">
        {team.name}
      </AppLink>
    ),
  },
  { key: "members", label: "Members", className: "w-24 text-right tabular-nums", cell: (team) => count(team.member_count) },
  { key: "role", label: "You", className: "w-32 hidden sm:table-cell", cell: (team) => (team.role ? <Badge>{ROLES[team.role]?.label ?? team.role}</Badge> : <span className="text-muted-foreground">Not a member</span>) },
  { key: "made", label: "Made", className: "w-36 hidden md:table-cell", cell: (team) => <TimeAgo iso={team.created_at} className="text-muted-foreground" /> },
];

/** All teams of the installation, for administrators. What a team holds is seen by its members only. */
export default function TeamManagement() {
  const [params, setParams] = useUrlState();
  const [adding, setAdding] = useState(false);
  const search = params.get("search") ?? "";
  const teams = useQuery(teamsQuery({ search, page: pageOf(params), all: true }));
  const find = useCallback((text: string) => setParams({ search: text, page: null }, { replace: true }), [setParams]);
  return (
    <Section
      flush
      title="All teams"
      purpose="You manage members and settings of every team. What a team has recorded you see only as its member."
      actions={
        <Button variant="primary" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          New team
        </Button>
      }
    >
      <div className="px-5 pb-4">
        <SearchField label="Search teams" value={search} onChange={find} className="max-w-sm" />
      </div>
      <DataTable
        label="Teams"
        noun="teams"
        columns={columns}
        query={teams}
        keyOf={(team) => team.id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState icon={<SearchX aria-hidden="true" />} title="No team of that name" action={<Button onClick={() => find("")}>Show all teams</Button>}>
            No team has “{search}” in its name.
          </EmptyState>
        }
      />
      {adding && <NewTeamDialog stays onClose={() => setAdding(false)} />}
    </Section>
  );
}
