import { Button } from "@verbatim/ui/button";
import { EmptyState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { LockKeyhole, Plus, UsersRound } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { AppLink } from "@/components/AppLink";
import { chooseTeam } from "@/features/teams/api";
import { NewTeamDialog } from "@/features/teams/NewTeamDialog";
import { beginAt, meQuery } from "@/lib/session";

/** Whoever is in no team hears nothing of what happens, so the page asks. */
const LOOK_AGAIN_MS = 5_000;

/** Somebody was in no team when this page was opened. Beside the component: a host may draw it anew at any time. */
let waits = false;

const TRIED = "verbatim.rights-tried";
const A_MINUTE = 60_000;

/** So that a page without rights is not loaded over and over. */
function isFirstTry(): boolean {
  const isFresh = Date.now() - Number(sessionStorage.getItem(TRIED) ?? 0) > A_MINUTE;
  if (isFresh) sessionStorage.setItem(TRIED, String(Date.now()));
  return isFresh;
}

/** In the place of a page that somebody may not see: why, and what they can do about it. */
export default function NoAccessSlot() {
  const me = useQuery({ ...meQuery, refetchInterval: ({ state }) => (state.data?.teams.length === 0 ? LOOK_AGAIN_MS : false) }).data;
  const first = me?.teams[0]?.id;
  useEffect(() => {
    if (me && first === undefined) waits = true;
    // Every member may see the first page: a session that may not began before somebody was one.
    if (first === undefined || !(waits || (location.pathname === "/" && isFirstTry()))) return;
    waits = false;
    void chooseTeam(first).then(() => beginAt("/"));
  }, [me, first]);
  if (!me) return null;
  return me.teams.length === 0 ? <NoTeam name={me.username} mayMake={me.may_create_teams} /> : <NotYours />;
}

function NoTeam({ name, mayMake }: { name: string; mayMake: boolean }) {
  const [making, setMaking] = useState(false);
  return (
    <EmptyState
      whole
      className="min-h-[70vh] justify-center"
      icon={<UsersRound aria-hidden="true" />}
      title={t("You are in no team yet")}
      action={
        <>
          {mayMake && (
            <Button variant="primary" onClick={() => setMaking(true)}>
              <Plus aria-hidden="true" />
              {t("Make a team")}
            </Button>
          )}
          <Button asChild>
            <AppLink href="/account">{t("Your account")}</AppLink>
          </Button>
        </>
      }
    >
      {rich(mayMake ? t("Recordings belong to teams. Make one, or ask a colleague to invite you to theirs: your user name is {name}. This page follows by itself once you are in.") : t("Recordings belong to teams. Ask a colleague to invite you to theirs: your user name is {name}. This page follows by itself once you are in."), { name: <bdi className="font-medium text-foreground">{name}</bdi> })}
      {making && <NewTeamDialog onClose={() => setMaking(false)} />}
    </EmptyState>
  );
}

function NotYours() {
  return (
    <EmptyState whole className="min-h-[70vh] justify-center" icon={<LockKeyhole aria-hidden="true" />} title={t("There is nothing here for you yet")}>
      {t("Your role may not see this page. Whoever runs your team, or looks after this server, can give you another one.")}
    </EmptyState>
  );
}
