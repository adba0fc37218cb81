import { Field } from "@verbatim/ui/field";
import { PickerButton, Picker, type Choice } from "@verbatim/ui/picker";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addMember, teamsQuery } from "@/features/teams/api";
import { useMe } from "@/lib/session";
import { createUser, makeResetLink, useRefreshUsers, type User } from "./api";
import { ResetLinkDialog, type ResetLink } from "./ResetLinkDialog";
import { UserFormDialog, type UserData } from "./UserFormDialog";

const NO_TEAM = { id: "", name: t("No team yet") };

/** The account has no password: a link lets its owner choose one, so that nobody else ever knows it. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<{ user: User; link: ResetLink } | null>(null);
  const [chosen, setChosen] = useState<Choice | null>(null);
  const refresh = useRefreshUsers();
  const me = useMe().data;
  const mine = me?.teams.find(({ id }) => id === me.team_id) ?? NO_TEAM;
  const team = chosen ?? mine;

  async function make({ display_name, ...data }: UserData) {
    const user = await createUser({ ...data, display_name: display_name || null });
    if (team.id) await addMember(team.id, user.username, data.role === "viewer" ? "viewer" : "member");
    void refresh();
    setMade({ user, link: await makeResetLink(user.id) });
  }

  if (made) return <ResetLinkDialog user={made.user} link={made.link} isNew onClose={onClose} />;
  return (
    <UserFormDialog
      title={t("New account")}
      description={t("It can be used at once. You get a link with which its owner chooses a password.")}
      submitLabel={t("Make the account")}
      initial={{ username: "", email: "", display_name: "", role: "user" }}
      stays
      onClose={onClose}
      onSubmit={make}
    >
      <Field label={t("Team")} hint={team.id ? t("They can begin to work there at once.") : t("Whoever is in no team sees no recordings.")}>
        {(control) => <TeamPicker control={control} team={team} onChoose={setChosen} />}
      </Field>
    </UserFormDialog>
  );
}

function TeamPicker({ control, team, onChoose }: { control: { id: string }; team: Choice; onChoose: (team: Choice) => void }) {
  const [search, setSearch] = useState<string | null>(null);
  const found = useQuery({ ...teamsQuery({ search: search ?? "", page: 1, all: true }), enabled: search !== null });
  const choices = { items: found.data?.items ?? [], more: (found.data?.total ?? 0) > (found.data?.items.length ?? 0), pending: found.isPending };
  return (
    <Picker
      label={t("Teams")}
      first={NO_TEAM}
      empty={t("There are no teams yet.")}
      chosen={[team.id]}
      choices={choices}
      onSearch={setSearch}
      onChoose={onChoose}
      trigger={
        <PickerButton {...control} className="w-full">
          {team.name}
        </PickerButton>
      }
    />
  );
}
