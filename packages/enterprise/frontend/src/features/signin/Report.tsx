import { Badge } from "@verbatim/ui/badge";
import { Notice } from "@verbatim/ui/notice";
import type { ReactNode } from "react";
import { ROLES } from "@/lib/roles";
import type { Trial } from "./api";

const CHECKED = (checked: boolean | null) => (checked === null ? "the provider does not say whether it is checked" : checked ? "checked by the provider" : "not checked by the provider");

/** What came of a test: what would happen, how the provider was read, and everything it told. */
export function Report({ trial }: { trial: Trial }) {
  return (
    <div className="flex flex-col gap-5">
      <Outcome trial={trial} />
      <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[11rem_1fr]">
        <Row label="Subject">{trial.subject}</Row>
        <Row label="E-mail address">{trial.email ? `${trial.email}, ${CHECKED(trial.email_checked)}` : "None that can be used"}</Row>
        <Row label="Name">{trial.name || "Not told"}</Row>
        <Row label="Groups">{groupsOf(trial)}</Row>
        {trial.account && <Row label="Role here">{trial.account.role}</Row>}
        {trial.account && (
          <Row label="Teams">
            {trial.teams?.length ? trial.teams.map((team) => `${team.name} (${ROLES[team.role]?.label ?? team.role})`).join(", ") : "None"}
          </Row>
        )}
      </dl>
      <details>
        <summary className="cursor-pointer text-sm font-medium">All claims</summary>
        <pre dir="ltr" className="mt-2 whitespace-pre-wrap break-words rounded-lg border border-border bg-muted/60 p-3 text-xs">
          {JSON.stringify(trial.claims, null, 2)}
        </pre>
      </details>
    </div>
  );
}

function groupsOf(trial: Trial): string {
  if (trial.groups_untold) return "The provider did not tell them; roles would stay as they are";
  if (trial.groups === null) return "They mean nothing on this server";
  return trial.groups.join(", ") || "None";
}

function Outcome({ trial }: { trial: Trial }) {
  if (trial.outcome === "refused") {
    return (
      <Notice tone="danger">
        Nobody would be signed in. {trial.reason?.detail} <Badge>{trial.reason?.code}</Badge>
      </Notice>
    );
  }
  const name = trial.account?.username ?? "";
  return (
    <Notice tone="success">
      {trial.outcome === "creates_account" ? `The account ${name} would be made and signed in. ` : `${name} would be signed in. `}
      {trial.second_factor ? "This server would ask for a second factor first. " : ""}
      Nothing was changed.
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
