import { EmptyState } from "@verbatim/ui/states";
import { LinkTabs, tabLinkClass } from "@verbatim/ui/tabs";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { AppLink } from "@/components/AppLink";
import { Waiting } from "@/components/Waiting";
import { teamQuery, type Team } from "@/features/teams/api";
import { Invites } from "@/features/teams/Invites";
import { Members } from "@/features/teams/Members";
import { TeamHead } from "@/features/teams/TeamHead";
import { TeamSettings } from "@/features/teams/TeamSettings";
import { Workspaces } from "@/features/teams/Workspaces";
import { oneOf, useUrlState, withParams } from "@/lib/location";
import { useMe, type Me } from "@/lib/session";

const TABS = ["members", "workspaces", "invitations", "settings"] as const;
type Tab = (typeof TABS)[number];
const labels: Record<Tab, string> = { members: t("Members"), workspaces: t("Workspaces"), invitations: t("Invitations"), settings: t("Settings") };

/** The active team; with ?team= another one, for administrators. */
export default function TeamPage() {
  const me = useMe();
  return (
    <Waiting query={me} height="h-72">
      {(person) => <OneTeam me={person} />}
    </Waiting>
  );
}

function OneTeam({ me }: { me: Me }) {
  const [params] = useUrlState();
  const id = params.get("team") ?? me.team_id;
  const team = useQuery({ ...teamQuery(id ?? ""), enabled: id !== null });
  if (!id) {
    return (
      <EmptyState icon={<Users aria-hidden="true" />} title={t("You are in no team yet")}>
        {me.may_create_teams ? t("Ask a colleague for an invitation, or make a team of your own in the side bar.") : t("Ask a colleague for an invitation.")}
      </EmptyState>
    );
  }
  return (
    <Waiting query={team} height="h-72">
      {(found) => <TeamTabs me={me} team={found} />}
    </Waiting>
  );
}

function TeamTabs({ me, team }: { me: Me; team: Team }) {
  const [params] = useUrlState();
  const shown = TABS.filter((tab) => tab !== "invitations" || team.allowed.includes("invite"));
  const tab = oneOf(params.get("tab"), shown) ?? "members";
  const address = (next: Tab) => `${location.pathname}${withParams("", { team: params.get("team"), tab: next === "members" ? null : next })}`;
  return (
    <div className="flex flex-col gap-5">
      <TeamHead me={me} team={team} />
      <LinkTabs label={t("Parts of the team")}>
        {shown.map((name) => (
          <AppLink key={name} href={address(name)} aria-current={name === tab ? "page" : undefined} className={tabLinkClass(name === tab)}>
            {labels[name]}
          </AppLink>
        ))}
      </LinkTabs>
      {tab === "members" && <Members me={me} team={team} />}
      {tab === "workspaces" && <Workspaces me={me} team={team} />}
      {tab === "invitations" && <Invites team={team} />}
      {tab === "settings" && <TeamSettings me={me} team={team} />}
    </div>
  );
}
