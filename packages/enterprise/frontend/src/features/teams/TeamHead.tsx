import { Badge } from "@verbatim/ui/badge";
import { plural } from "@verbatim/ui/format";
import { Users } from "lucide-react";
import { ROLES } from "@/lib/roles";
import type { Me } from "@/lib/session";
import type { Team } from "./api";

export function TeamHead({ me, team }: { me: Me; team: Team }) {
  const role = team.role ? (ROLES[team.role]?.label ?? team.role) : null;
  return (
    <div className="flex items-center gap-4">
      <span className="flex size-12 shrink-0 items-center justify-center rounded-xl bg-accent text-accent-foreground">
        <Users aria-hidden="true" className="size-6" />
      </span>
      <div className="min-w-0">
        <h2 dir="auto" className="break-words text-lg font-semibold tracking-tight">{team.name}</h2>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
          {plural(team.member_count, "member")}
          {role ? <Badge>Your role: {role}</Badge> : <Badge tone="warning">You are not a member: you see no content</Badge>}
          {team.id === me.team_id && <Badge tone="info">You work here now</Badge>}
        </p>
      </div>
    </div>
  );
}
