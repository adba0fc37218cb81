import { Popover } from "@verbatim/ui/popover";
import { t } from "@verbatim/ui/texts";
import { ChevronsUpDown } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ROLES } from "@/lib/roles";
import type { Me } from "@/lib/session";
import { workspacesQuery } from "./api";
import { NewTeamDialog } from "./NewTeamDialog";
import { TeamBadge } from "./TeamBadge";
import { TeamChoices } from "./TeamChoices";

export function TeamSwitcher({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  const [adding, setAdding] = useState(false);
  const active = me.teams.find((team) => team.id === me.team_id);
  const workspaces = useQuery({ ...workspacesQuery(me.team_id ?? ""), enabled: me.team_id !== null && me.workspace_id !== null });
  const workspace = workspaces.data?.items.find(({ id }) => id === me.workspace_id)?.name;
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={t("Teams")}
        className="w-64 p-1.5!"
        trigger={
          <button type="button" className="flex w-full items-center gap-2.5 rounded-lg border border-border bg-background px-2.5 py-2 text-left transition-colors hover:border-input">
            <TeamBadge name={active?.name ?? "?"} />
            <span className="sr-only">{t("Team:")} </span>
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block truncate text-sm font-semibold leading-5">{active?.name ?? t("No team")}</span>
              <span className="block truncate text-xs text-muted-foreground">{active ? (workspace ?? ROLES[active.role]?.label ?? active.role) : t("Choose or make one")}</span>
            </span>
            <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
          </button>
        }
      >
        <TeamChoices
          me={me}
          onNew={() => {
            setOpen(false);
            setAdding(true);
          }}
          onClose={() => setOpen(false)}
        />
      </Popover>
      {adding && <NewTeamDialog onClose={() => setAdding(false)} />}
    </>
  );
}
