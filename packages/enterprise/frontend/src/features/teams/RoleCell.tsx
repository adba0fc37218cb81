import { Badge } from "@verbatim/ui/badge";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { optionsOf, ROLES } from "@/lib/roles";
import { nameOf } from "@/lib/session";
import { changeMember, useRefreshTeams, type Member, type Team, type TeamRole } from "./api";

/** The roles that somebody may give: owners are made by owners. */
export function rolesFor(team: Team) {
  const owners = team.allowed.includes("manage_owners");
  return optionsOf(ROLES).filter(({ value }) => owners || value !== "owner");
}

export function RoleCell({ team, member }: { team: Team; member: Member }) {
  const refresh = useRefreshTeams();
  const change = useMutation({
    mutationFn: (role: TeamRole) => changeMember(team.id, member.user_id, role),
    onSuccess: (changed) => toast("success", t("{changed} is {label} now.", { changed: nameOf(changed), label: ROLES[changed.role]?.label ?? changed.role })),
    onSettled: refresh,
  });
  const may = team.allowed.includes(member.role === "owner" ? "manage_owners" : "manage_members");
  if (!may) return <Badge>{ROLES[member.role]?.label ?? member.role}</Badge>;
  return (
    <Select
      aria-label={t("Role of {member}", { member: nameOf(member) })}
      className="w-full"
      value={change.isPending ? change.variables : member.role}
      options={rolesFor(team)}
      onValueChange={(role) => change.mutate(role as TeamRole)}
    />
  );
}
