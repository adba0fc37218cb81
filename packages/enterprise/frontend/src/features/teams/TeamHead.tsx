import { Badge } from "@verbatim/ui/badge";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { ROLES } from "@/lib/roles";
import type { Me } from "@/lib/session";
import type { Team } from "./api";

export function TeamHead({ me, team }: { me: Me; team: Team }) {
  const role = team.role ? (ROLES[team.role]?.label ?? team.role) : null;
  return (
    <div className="-mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <h2 dir="auto" className="min-w-0 break-words font-semibold">{team.name}</h2>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
        {plural(team.member_count, { one: "{count} member", other: "{count} members" })}
        {role ? <Badge>{rich("Your role: {role}", { role })}</Badge> : <Badge tone="warning">{t("You are not a member: you see no content")}</Badge>}
        {team.id === me.team_id && <Badge tone="info">{t("You work here now")}</Badge>}
      </p>
    </div>
  );
}
