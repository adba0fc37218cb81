import { Badge, type Tone } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Segmented } from "@verbatim/ui/segmented";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Link2, MailPlus } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { oneOf, pageOf, useUrlState } from "@/lib/location";
import { ROLES } from "@/lib/roles";
import { invitesQuery, type Invite, type InviteWithLink, type Team } from "./api";
import { InviteDialog } from "./InviteDialog";
import { InviteLinkDialog } from "./InviteLinkDialog";
import { InviteMenu } from "./InviteMenu";

const STATES = ["pending", "accepted", "expired", "revoked"] as const;
const shown: Record<string, { label: string; tone: Tone }> = {
  pending: { label: t("Open"), tone: "info" },
  accepted: { label: t("Accepted"), tone: "success" },
  expired: { label: t("Expired"), tone: "warning" },
  revoked: { label: t("Withdrawn"), tone: "neutral" },
};
const filters = [{ value: "all", label: t("All") }, ...STATES.map((value) => ({ value, label: shown[value]?.label ?? value }))];

const columns = (team: Team, onLink: (invite: InviteWithLink) => void): Column<Invite>[] => [
  {
    key: "for",
    label: t("For"),
    cell: (invite) =>
      invite.email ? (
        <span className="block truncate font-medium" title={invite.email}>
          {invite.email}
        </span>
      ) : (
        <span className="inline-flex items-center gap-2 font-medium">
          <Link2 aria-hidden="true" className="size-4 text-muted-foreground" />
          {t("Whoever has the link")}
        </span>
      ),
  },
  { key: "role", label: t("Role"), className: "w-24", from: "sm", cell: (invite) => ROLES[invite.role]?.label ?? invite.role },
  { key: "state", label: t("State"), className: "w-32", cell: (invite) => <Badge tone={shown[invite.state]?.tone}>{shown[invite.state]?.label ?? invite.state}</Badge> },
  { key: "made", label: t("Made"), className: "w-32", from: "lg", cell: (invite) => <TimeAgo iso={invite.created_at} className="text-muted-foreground" /> },
  { key: "expires", label: t("Expires"), className: "w-32", from: "md", cell: (invite) => <TimeAgo iso={invite.expires_at} className="text-muted-foreground" /> },
  { key: "actions", label: t("Actions"), quiet: true, className: "w-14 text-right", cell: (invite) => <InviteMenu team={team} invite={invite} onLink={onLink} /> },
];

export function Invites({ team }: { team: Team }) {
  const [params, setParams] = useUrlState();
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<InviteWithLink | null>(null);
  const state = oneOf(params.get("state"), STATES);
  const invites = useQuery(invitesQuery(team.id, { state, page: pageOf(params) }));
  const invite = (
    <Button variant="primary" onClick={() => setInviting(true)}>
      <MailPlus aria-hidden="true" />
      {t("Invite somebody")}
    </Button>
  );
  return (
    <Section flush untitled title={t("Invitations")} purpose={t("By mail or as a link to pass on. Each works once, for people with and without an account.")} actions={invite}>
      <div className="overflow-x-auto px-5 pb-4">
        <Segmented label={t("State")} value={state ?? "all"} options={filters} onValueChange={(value) => setParams({ state: value === "all" ? null : value, page: null }, { replace: true })} />
      </div>
      <DataTable
        label={t("Invitations")}
        noun="invitations"
        columns={columns(team, setMade)}
        query={invites}
        keyOf={(item) => item.id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState icon={<MailPlus aria-hidden="true" />} title={state ? t("No such invitation") : t("Nobody has been invited yet")} action={state ? <Button onClick={() => setParams({ state: null, page: null })}>{t("Show all")}</Button> : invite}>
            {state ? t("None is in this state.") : t("Colleagues join with a link or a mail, and work with the team at once.")}
          </EmptyState>
        }
      />
      {inviting && <InviteDialog team={team} onClose={() => setInviting(false)} onMade={setMade} />}
      {made && <InviteLinkDialog invite={made} onClose={() => setMade(null)} />}
    </Section>
  );
}
