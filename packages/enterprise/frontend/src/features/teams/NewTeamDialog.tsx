import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { NameDialog } from "@/components/NameDialog";
import { beginAt } from "@/lib/session";
import { chooseTeam, createTeam, useRefreshTeams } from "./api";

/** Whoever makes a team goes to work in it, unless they manage teams: then they stay where they are. */
export function NewTeamDialog({ stays, onClose }: { stays?: boolean; onClose: () => void }) {
  const refresh = useRefreshTeams();
  return (
    <NameDialog
      title={t("New team")}
      description={t("You own it, and invite colleagues next.")}
      label={t("Name")}
      submitLabel={t("Make the team")}
      onClose={onClose}
      onSubmit={async (name) => {
        const team = await createTeam(name);
        if (stays) {
          toast("success", t("The team {team} is there.", { team: team.name }));
          return refresh();
        }
        await chooseTeam(team.id);
        return beginAt("/team?tab=invitations");
      }}
    />
  );
}
