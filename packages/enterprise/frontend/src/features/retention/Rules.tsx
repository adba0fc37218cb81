import { Badge, type Tone } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { bytes, exactTime } from "@verbatim/ui/format";
import { EmptyState } from "@verbatim/ui/states";
import { plural, t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Hourglass, Plus } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import type { Team } from "@/features/teams/api";
import { rulesQuery, type Rule } from "./api";
import { RuleDialog } from "./RuleDialog";
import { RuleMenu } from "./RuleMenu";
import { termsOf } from "./words";

const nameOf = (rule: Rule): string => (rule.for_project ? (rule.project_name ?? t("A project you do not see")) : t("The whole team"));

function stateOf({ status, keep_days, starts_at }: Rule): { label: string; tone: Tone } {
  if (status === "draft") return { label: t("Draft"), tone: "neutral" };
  if (keep_days === null) return { label: t("Keeps"), tone: "success" };
  return starts_at && new Date(starts_at).getTime() > Date.now() ? { label: t("Waits"), tone: "warning" } : { label: t("Active"), tone: "success" };
}

function Terms({ rule }: { rule: Rule }) {
  const waits = stateOf(rule).label === "Waits";
  return (
    <span className="block min-w-0">
      <span className="block text-sm">{termsOf(rule)}</span>
      <span className="block text-xs text-muted-foreground">
        {waits && rule.starts_at ? t("Begins {starts_at}. ", { starts_at: exactTime(rule.starts_at) }) : ""}
        {rule.deleted_recordings > 0 ? t("Has deleted {count}, {deleted_bytes}.", { count: plural(rule.deleted_recordings, { one: "{count} recording", other: "{count} recordings" }), deleted_bytes: bytes(rule.deleted_bytes) }) : ""}
      </span>
    </span>
  );
}

const columns = (team: Team, graceDays: number, mayChange: boolean): Column<Rule>[] => [
  { key: "of", label: t("Recordings of"), cell: (rule) => <span className="block truncate font-medium">{nameOf(rule)}</span> },
  { key: "terms", label: t("Rule"), cell: (rule) => <Terms rule={rule} /> },
  { key: "state", label: t("State"), className: "w-28", from: "sm", cell: (rule) => <Badge tone={stateOf(rule).tone}>{stateOf(rule).label}</Badge> },
  ...(mayChange
    ? [{ key: "actions", label: t("Actions"), quiet: true, className: "w-14 text-right", cell: (rule: Rule) => <RuleMenu team={team} rule={rule} name={nameOf(rule)} graceDays={graceDays} /> }]
    : []),
];

export function Rules({ team }: { team: Team }) {
  const [adding, setAdding] = useState(false);
  const rules = useQuery(rulesQuery(team.id));
  const mayChange = rules.data?.may_change ?? false;
  const add = mayChange && (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t("New rule")}
    </Button>
  );
  return (
    <Section flush untitled title={t("How long recordings are kept")} purpose={t("Without a rule they are kept for ever. What is under legal hold stays whatever a rule says.")} actions={add}>
      <DataTable
        label={t("Retention rules")}
        noun="rules"
        columns={columns(team, rules.data?.grace_days ?? 0, mayChange)}
        query={rules}
        keyOf={(rule) => rule.id}
        empty={
          <EmptyState icon={<Hourglass aria-hidden="true" />} title={t("Everything is kept")} action={add}>
            {t("Recordings of this team stay until somebody deletes them.")}
          </EmptyState>
        }
      />
      {adding && <RuleDialog team={team.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}
