import { Button } from "@verbatim/ui/button";
import { Segmented } from "@verbatim/ui/segmented";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useState } from "react";
import { AppLink } from "@/components/AppLink";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { oneOf, pageOf, useUrlState } from "@/lib/location";
import { holdsQuery, type Hold } from "./api";
import { HoldProjectDialog, LiftDialog } from "./ReasonDialog";

const STATES = ["standing", "lifted"] as const;

function Held({ hold }: { hold: Hold }) {
  if (!hold.title) return <span className="text-muted-foreground">{hold.active ? t("In a workspace you do not see") : t("Gone, or not yours to see")}</span>;
  if (hold.kind === "project") return <span className="block truncate font-medium">{rich("Project {title}", { title: <bdi>{hold.title}</bdi> })}</span>;
  return (
    <AppLink dir="auto" href={`/recordings/${hold.recording_id}`} className="block truncate font-medium hover:underline">
      {hold.title}
    </AppLink>
  );
}

function Why({ hold }: { hold: Hold }) {
  return (
    <span className="block min-w-0">
      <span dir="auto" className="line-clamp-2 break-words text-sm">{hold.reason ?? t("For those who run the team")}</span>
      {hold.lift_reason && <span className="line-clamp-2 break-words text-xs text-muted-foreground">{rich("Lifted: {lift_reason}", { lift_reason: hold.lift_reason })}</span>}
    </span>
  );
}

const columns = (onLift: (hold: Hold) => void): Column<Hold>[] => [
  { key: "held", label: t("Held"), cell: (hold) => <Held hold={hold} /> },
  { key: "reason", label: t("Reason"), from: "sm", cell: (hold) => <Why hold={hold} /> },
  {
    key: "placed",
    label: t("Placed"),
    className: "w-44", from: "md",
    cell: ({ placed_by_name: who, placed_at: at }) => (
      <span className="block min-w-0 text-sm text-muted-foreground">
        <span className="block truncate">{who}</span>
        <TimeAgo iso={at} className="text-xs" />
      </span>
    ),
  },
  {
    key: "actions",
    label: t("Actions"),
    quiet: true,
    className: "w-24 text-right",
    cell: (hold) =>
      hold.may_lift ? (
        <Button aria-label={t("Lift the hold on {title}", { title: hold.title ?? t("what you do not see") })} onClick={() => onLift(hold)}>
          {t("Lift")}
        </Button>
      ) : (
        hold.lifted_by_name && <span className="text-xs text-muted-foreground">{rich("by {lifted_by_name}", { lifted_by_name: hold.lifted_by_name })}</span>
      ),
  },
];

export function Holds({ mayPlace }: { mayPlace: boolean }) {
  const [params, setParams] = useUrlState();
  const [placing, setPlacing] = useState(false);
  const [lifting, setLifting] = useState<Hold | null>(null);
  const state = oneOf(params.get("state"), STATES) ?? "standing";
  const holds = useQuery(holdsQuery(state === "standing", pageOf(params)));
  return (
    <Section
      flush
      untitled
      title={t("Legal holds")}
      purpose={t("What is held can be neither deleted nor changed, by nobody and no rule, until the hold is lifted.")}
      actions={
        <>
          <Segmented
            label={t("Which holds")}
            value={state}
            onValueChange={(next) => setParams({ state: next === "standing" ? null : next, page: null })}
            options={[
              { value: "standing", label: t("Standing") },
              { value: "lifted", label: t("Lifted") },
            ]}
          />
          {mayPlace && (
            <Button onClick={() => setPlacing(true)}>
              <Lock aria-hidden="true" />
              {t("Hold a project")}
            </Button>
          )}
        </>
      }
    >
      <DataTable
        label={t("Legal holds")}
        noun="holds"
        columns={columns(setLifting)}
        query={holds}
        keyOf={(hold) => hold.id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState icon={<Lock aria-hidden="true" />} title={state === "standing" ? t("Nothing is held") : t("No hold was lifted yet")}>
            {t("Open a recording and choose “Place a hold” beside its transcript to keep it as it is.")}
          </EmptyState>
        }
      />
      {placing && <HoldProjectDialog onClose={() => setPlacing(false)} />}
      {lifting && <LiftDialog hold={lifting} onClose={() => setLifting(null)} />}
    </Section>
  );
}
