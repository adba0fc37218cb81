import { cn } from "@verbatim/ui/cn";
import { Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Check, Plus, Settings2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { AppLink } from "@/components/AppLink";
import { beginAt, type Me } from "@/lib/session";
import { chooseTeam } from "./api";
import { TeamBadge } from "./TeamBadge";
import { WorkspaceChoices } from "./WorkspaceChoices";

interface TeamChoicesProps {
  me: Me;
  onNew: () => void;
  onClose: () => void;
}

/** From so many teams on, typing is quicker than looking. */
const MANY = 7;
const row = "flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-secondary focus-visible:bg-secondary";

export function TeamChoices({ me, onNew, onClose }: TeamChoicesProps) {
  const [search, setSearch] = useState("");
  const choose = useMutation({ mutationFn: chooseTeam, onSuccess: () => beginAt("/") });
  const shown = me.teams.filter(({ name }) => name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()));
  return (
    <div className="flex flex-col gap-1">
      {me.teams.length >= MANY && <Input type="search" aria-label={t("Find a team")} placeholder={t("Find a team")} value={search} onChange={(event) => setSearch(event.target.value)} className="mb-1" />}
      <ul aria-label={t("Your teams")} className="flex max-h-72 flex-col gap-0.5 overflow-y-auto">
        {shown.map((team) => (
          <li key={team.id}>
            <button type="button" aria-current={team.id === me.team_id || undefined} disabled={choose.isPending} onClick={() => (team.id === me.team_id ? onClose() : choose.mutate(team.id))} className={row}>
              <TeamBadge name={team.name} />
              <span dir="auto" className="min-w-0 flex-1 truncate font-medium">{team.name}</span>
              {team.id === me.team_id && <Check aria-hidden="true" className="size-4 text-primary" />}
            </button>
          </li>
        ))}
      </ul>
      {me.teams.length > 0 && shown.length === 0 && <p className="px-2 py-3 text-sm text-muted-foreground">{t("None of your teams has that name.")}</p>}
      {me.team_id && <WorkspaceChoices team={me.team_id} chosen={me.workspace_id} onClose={onClose} />}
      <div className="mt-1 flex flex-col gap-0.5 border-t border-border pt-1.5 empty:hidden">
        {me.team_id && (
          <AppLink href="/team" onClick={onClose} className={row}>
            <Icon>
              <Settings2 aria-hidden="true" />
            </Icon>
            {t("Members and settings")}
          </AppLink>
        )}
        {me.may_create_teams && (
          <button type="button" onClick={onNew} className={row}>
            <Icon>
              <Plus aria-hidden="true" />
            </Icon>
            {t("New team")}
          </button>
        )}
      </div>
    </div>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return <span className={cn("flex size-7 shrink-0 items-center justify-center text-muted-foreground [&_svg]:size-4")}>{children}</span>;
}
