import { Button } from "@verbatim/ui/button";
import { toast } from "@verbatim/ui/toast";
import { useState } from "react";
import { NameDialog } from "@/components/NameDialog";
import { Section } from "@/components/Section";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { t } from "@verbatim/ui/texts";
import { beginAt, type Me } from "@/lib/session";
import { leaveTeam, renameTeam, useRefreshTeams, type Team } from "./api";
import { DeleteTeamDialog } from "./DeleteTeamDialog";

type Asked = "rename" | "leave" | "delete" | null;

export function TeamSettings({ me, team }: { me: Me; team: Team }) {
  const [asked, setAsked] = useState<Asked>(null);
  const refresh = useRefreshTeams();
  const close = () => setAsked(null);
  const nothing = !team.role && !team.allowed.includes("rename") && !team.allowed.includes("delete");
  return (
    <div className="flex flex-col gap-5">
      {team.allowed.includes("rename") && (
        <Section title={t("Name")} purpose={t("Members, invitations and the side bar show “{team}”.", { team: team.name })} actions={<Button onClick={() => setAsked("rename")}>{t("Rename")}</Button>} />
      )}
      {team.role && (
        <Section
          title={t("Leave the team")}
          purpose={t("You lose everything in this team at once. Its last owner has to hand it over first.")}
          actions={<Button onClick={() => setAsked("leave")}>{t("Leave")}</Button>}
        />
      )}
      {team.allowed.includes("delete") && (
        <Section
          title={t("Delete the team")}
          purpose={t("Members lose it at once. Its recordings and transcripts go too if you say so, and nothing brings them back.")}
          actions={
            <Button variant="destructive" onClick={() => setAsked("delete")}>
              {t("Delete")}
            </Button>
          }
        />
      )}
      {nothing && <Section title={t("Settings")} purpose={t("There is nothing here that you can change.")} />}
      {asked === "rename" && (
        <NameDialog
          title={t("Rename the team")}
          label={t("Name")}
          initial={team.name}
          submitLabel={t("Rename")}
          onClose={close}
          onSubmit={async (name) => {
            await renameTeam(team.id, name);
            toast("success", t("The team has a new name."));
            await refresh();
          }}
        />
      )}
      <ConfirmDialog
        open={asked === "leave"}
        onOpenChange={(open) => !open && close()}
        title={t("Leave {team}?", { team: team.name })}
        description={t("You lose everything in this team at once. To come back you need an invitation.")}
        confirmLabel={t("Leave")}
        onConfirm={async () => {
          await leaveTeam(team.id);
          beginAt("/");
        }}
      />
      {asked === "delete" && <DeleteTeamDialog team={team} isActive={team.id === me.team_id} onClose={close} />}
    </div>
  );
}
