import { Button } from "@verbatim/ui/button";
import { SearchField } from "@verbatim/ui/search-field";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { SearchX, UserPlus } from "lucide-react";
import { useCallback, useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Person } from "@/components/Person";
import { Section } from "@/components/Section";
import { pageOf, useUrlState } from "@/lib/location";
import type { Me } from "@/lib/session";
import { membersQuery, type Member, type Team } from "./api";
import { AddMemberDialog } from "./AddMemberDialog";
import { MemberMenu } from "./MemberMenu";
import { RoleCell } from "./RoleCell";

const columns = (me: Me, team: Team): Column<Member>[] => [
  { key: "person", label: t("Member"), cell: (member) => <Person person={member} isMe={member.user_id === me.id} /> },
  { key: "role", label: t("Role"), className: "w-36 sm:w-40", cell: (member) => <RoleCell team={team} member={member} /> },
  { key: "joined", label: t("Joined"), className: "w-36", from: "md", cell: (member) => <TimeAgo iso={member.joined_at} className="text-muted-foreground" /> },
  { key: "actions", label: t("Actions"), quiet: true, className: "w-14 text-right", cell: (member) => <MemberMenu me={me} team={team} member={member} /> },
];

export function Members({ me, team }: { me: Me; team: Team }) {
  const [params, setParams] = useUrlState();
  const [adding, setAdding] = useState(false);
  const search = params.get("search") ?? "";
  const members = useQuery(membersQuery(team.id, { search, page: pageOf(params) }));
  const find = useCallback((text: string) => setParams({ search: text, page: null }, { replace: true }), [setParams]);
  const manages = team.allowed.includes("manage_members");

  return (
    <Section
      flush
      untitled
      title={t("Members")}
      purpose={t("They see everything the team has, its past included; a private workspace only if they are named for it.")}
      actions={
        manages && (
          <Button variant="primary" onClick={() => setAdding(true)}>
            <UserPlus aria-hidden="true" />
            {t("Add a member")}
          </Button>
        )
      }
    >
      <div className="px-5 pb-4">
        <SearchField label={t("Search members")} value={search} onChange={find} className="max-w-sm" />
      </div>
      <DataTable
        label={t("Members")}
        noun="members"
        columns={columns(me, team)}
        query={members}
        keyOf={(member) => member.user_id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState icon={<SearchX aria-hidden="true" />} title={t("Nobody of that name")} action={<Button onClick={() => find("")}>{t("Show all members")}</Button>}>
            {rich("No member has “{search}” in their name or address.", { search })}
          </EmptyState>
        }
      />
      {adding && <AddMemberDialog team={team} onClose={() => setAdding(false)} />}
    </Section>
  );
}
