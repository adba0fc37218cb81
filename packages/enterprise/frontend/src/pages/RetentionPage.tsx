import { EmptyState } from "@verbatim/ui/states";
import { LinkTabs, tabLinkClass } from "@verbatim/ui/tabs";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { AppLink } from "@/components/AppLink";
import { Waiting } from "@/components/Waiting";
import { Holds } from "@/features/holds/Holds";
import { Rules } from "@/features/retention/Rules";
import { teamQuery } from "@/features/teams/api";
import { oneOf, useUrlState } from "@/lib/location";
import { useMe } from "@/lib/session";

const TABS = ["rules", "holds"] as const;
const labels = { rules: t("Rules"), holds: t("Legal holds") } as const;

/** How long the active team's recordings are kept, and what is kept whatever happens. */
export default function RetentionPage() {
  const me = useMe();
  return (
    <Waiting query={me} height="h-72">
      {(person) =>
        person.team_id ? (
          <OfTeam id={person.team_id} />
        ) : (
          <EmptyState icon={<Hourglass aria-hidden="true" />} title={t("You are in no team yet")}>
            {t("Ask a colleague for an invitation.")}
          </EmptyState>
        )
      }
    </Waiting>
  );
}

function OfTeam({ id }: { id: string }) {
  const [params] = useUrlState();
  const team = useQuery(teamQuery(id));
  const tab = oneOf(params.get("tab"), TABS) ?? "rules";
  return (
    <div className="flex flex-col gap-5">
      <LinkTabs label={t("Parts of retention")}>
        {TABS.map((name) => (
          <AppLink key={name} href={name === "rules" ? location.pathname : `${location.pathname}?tab=${name}`} aria-current={name === tab ? "page" : undefined} className={tabLinkClass(name === tab)}>
            {labels[name]}
          </AppLink>
        ))}
      </LinkTabs>
      {tab === "rules" ? (
        <Waiting query={team} height="h-72">
          {(found) => <Rules team={found} />}
        </Waiting>
      ) : (
        <Holds mayPlace={team.data?.allowed.includes("manage_holds") ?? false} />
      )}
    </div>
  );
}
