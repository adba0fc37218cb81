import { Badge } from "@verbatim/ui/badge";
import { bytes, exactTime } from "@verbatim/ui/format";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "@/components/AppLink";
import { Section } from "@/components/Section";
import { Waiting } from "@/components/Waiting";
import { INSTALLATION_ROLES, ROLES } from "@/lib/roles";
import { nameOf, type Me } from "@/lib/session";
import { personQuery, type Person } from "./api";
import { STATUSES } from "./columns";
import { UserMenu } from "./UserMenu";

/** Everything about one person: what they are, where they are signed in, what acts for them, what they did lately. */
export function OnePerson({ me, id }: { me: Me; id: string }) {
  const person = useQuery(personQuery(id));
  return (
    <div className="flex flex-col gap-5">
      <AppLink href="/admin/users" className="self-start text-sm font-medium text-primary underline underline-offset-4">
        {t("All accounts")}
      </AppLink>
      <Waiting query={person} height="h-96">
        {(found) => (
          <>
            <Account me={me} person={found} />
            <Access person={found} />
            {found.actions && <Lately actions={found.actions} />}
          </>
        )}
      </Waiting>
    </div>
  );
}

function Account({ me, person }: { me: Me; person: Person }) {
  const { account } = person;
  const kept = new Map(person.storage.map((one) => [one.team_id, one]));
  return (
    <Section title={nameOf(account)} purpose={account.email} actions={<UserMenu me={me} user={account} />}>
      <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[11rem_1fr]">
        <Row name="State"><Badge tone={STATUSES[account.status].tone}>{STATUSES[account.status].label}</Badge></Row>
        <Row name="Role">{INSTALLATION_ROLES[account.role]?.label ?? account.role}. {INSTALLATION_ROLES[account.role]?.may}.</Row>
        <Row name="Last active">{person.last_active_on ?? t("Never")}</Row>
        <Row name="Second factor">{account.has_second_factor ? t("Used; {count} left", { count: plural(person.recovery_codes_left, { one: "{count} recovery code", other: "{count} recovery codes" }) }) : t("Not used")}</Row>
        <Row name="Signs in with">{["a password", ...person.providers].join(", ")}</Row>
        <Row name="Teams">
          {account.teams.length === 0 && t("None")}
          <ul className="flex flex-col gap-1">
            {account.teams.map((team) => (
              <li key={team.id}>
                <AppLink dir="auto" href={`/team?team=${team.id}`} className="text-primary underline underline-offset-4">{team.name}</AppLink>{" "}
                <span className="text-muted-foreground">
                  {ROLES[team.role]?.label ?? team.role}, {plural(kept.get(team.id)?.recordings ?? 0, { one: "{count} recording", other: "{count} recordings" })}, {bytes(kept.get(team.id)?.bytes ?? 0)}
                </span>
              </li>
            ))}
          </ul>
        </Row>
        {person.deactivating.length > 0 && (
          <Row name="Deactivating means">
            <ul className="flex list-disc flex-col gap-1 pl-4">{person.deactivating.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          </Row>
        )}
      </dl>
    </Section>
  );
}

function Access({ person }: { person: Person }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Section title={t("Signed in on")}>
        {person.sessions.length === 0 && <p className="text-sm text-muted-foreground">{t("Nowhere at the moment.")}</p>}
        <ul className="flex flex-col gap-2 text-sm">
          {person.sessions.map((one) => (
            <li key={one.id} className="break-words">
              {one.user_agent ?? t("An unknown program")} <span className="text-muted-foreground">{one.address}, <TimeAgo iso={one.last_used_at} /></span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("API keys")}>
        {person.keys.length === 0 && <p className="text-sm text-muted-foreground">{t("No key of theirs works.")}</p>}
        <ul className="flex flex-col gap-2 text-sm">
          {person.keys.map((key) => (
            <li key={key.id} className="break-words">
              <span dir="auto" className="font-medium">{key.name}</span> ({key.start}…) <span className="text-muted-foreground">{key.scopes.join(", ")}; {key.last_used_at ? <>{rich("used {time}", { time: <TimeAgo iso={key.last_used_at} /> })}</> : t("never used")}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Lately({ actions }: { actions: NonNullable<Person["actions"]> }) {
  return (
    <Section title={t("Lately")} purpose={t("The latest of what they did, from the audit log.")}>
      {actions.length === 0 && <p className="text-sm text-muted-foreground">{t("Nothing yet.")}</p>}
      <ol className="flex flex-col gap-1.5 text-sm">
        {actions.map((action) => (
          <li key={action.id} className="flex flex-wrap gap-x-4">
            <span className="w-44 text-muted-foreground">{exactTime(action.at)}</span>
            <span>{action.action}</span>
            <span dir="auto" className="min-w-0 break-words text-muted-foreground">{action.resource_name}{action.outcome !== "success" ? ` (${action.outcome})` : ""}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
