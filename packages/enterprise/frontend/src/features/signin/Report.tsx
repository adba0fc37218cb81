import { Badge } from "@verbatim/ui/badge";
import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { ReactNode } from "react";
import { ROLES } from "@/lib/roles";
import type { Trial } from "./api";

const CHECKED = (checked: boolean | null) => (checked === null ? t("the provider does not say whether it is checked") : checked ? t("checked by the provider") : t("not checked by the provider"));

/** What came of a test: what would happen, how the provider was read, and everything it told. */
export function Report({ trial }: { trial: Trial }) {
  return (
    <div className="flex flex-col gap-5">
      <Outcome trial={trial} />
      <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[11rem_1fr]">
        <Row label={t("Subject")}>{trial.subject}</Row>
        <Row label={t("E-mail address")}>{trial.email ? `${trial.email}, ${CHECKED(trial.email_checked)}` : t("None that can be used")}</Row>
        <Row label={t("Name")}>{trial.name || t("Not told")}</Row>
        <Row label={t("Groups")}>{groupsOf(trial)}</Row>
        {trial.account && <Row label={t("Role here")}>{trial.account.role}</Row>}
        {trial.account && (
          <Row label={t("Teams")}>
            {trial.teams?.length ? trial.teams.map((team) => `${team.name} (${ROLES[team.role]?.label ?? team.role})`).join(", ") : t("None")}
          </Row>
        )}
      </dl>
      <details>
        <summary className="cursor-pointer text-sm font-medium">{t("All claims")}</summary>
        <pre dir="ltr" className="mt-2 whitespace-pre-wrap break-words rounded-lg border border-border bg-muted/60 p-3 text-xs">
          {JSON.stringify(trial.claims, null, 2)}
        </pre>
      </details>
    </div>
  );
}

function groupsOf(trial: Trial): string {
  if (trial.groups_untold) return t("The provider did not tell them; roles would stay as they are");
  if (trial.groups === null) return t("They mean nothing on this server");
  return trial.groups.join(", ") || t("None");
}

function Outcome({ trial }: { trial: Trial }) {
  if (trial.outcome === "refused") {
    return (
      <Notice tone="danger">
        {rich("Nobody would be signed in. {detail} {code}", { detail: trial.reason?.detail, code: <Badge>{trial.reason?.code}</Badge> })}
      </Notice>
    );
  }
  const name = trial.account?.username ?? "";
  return (
    <Notice tone="success">
      {trial.outcome === "creates_account" ? t("The account {name} would be made and signed in. ", { name }) : t("{name} would be signed in. ", { name })}
      {trial.second_factor ? t("This server would ask for a second factor first. ") : ""}
      {t("Nothing was changed.")}
    </Notice>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd dir="auto" className="min-w-0 break-words">
        {children}
      </dd>
    </>
  );
}
