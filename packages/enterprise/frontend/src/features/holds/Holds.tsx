import { Button } from "@verbatim/ui/button";
import { Segmented } from "@verbatim/ui/segmented";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
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
  if (!hold.title) return <span className="text-muted-foreground">{hold.active ? "In a workspace you do not see" : "Gone, or not yours to see"}</span>;
  if (hold.kind === "project") return <span className="block truncate font-medium">Project <bdi>{hold.title}</bdi></span>;
  return (
    <AppLink dir="auto" href={`/recordings/${hold.recording_id}`} className="block truncate font-medium hover:underline">
      {hold.title}
    </AppLink>
  );
}

function Why({ hold }: { hold: Hold }) {
  return (
    <span className="block min-w-0">
      <span dir="auto" className="line-clamp-2 break-words text-sm">{hold.reason ?? "For those who run the team"}</span>
      {hold.lift_reason && <span className="line-clamp-2 break-words text-xs text-muted-foreground">Lifted: {hold.lift_reason}</span>}
    </span>
  );
}

const columns = (onLift: (hold: Hold) => void): Column<Hold>[] => [
  { key: "held", label: "Held", cell: (hold) => <Held hold={hold} /> },
  { key: "reason", label: "Reason", from: "sm", cell: (hold) => <Why hold={hold} /> },
  {
    key: "placed",
    label: "Placed",
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
    label: "Actions",
    quiet: true,
    className: "w-24 text-right",
    cell: (hold) =>
      hold.may_lift ? (
        <Button aria-label={`Lift the hold on ${hold.title ?? "what you do not see"}`} onClick={() => onLift(hold)}>
          Lift
        </Button>
      ) : (
        hold.lifted_by_name && <span className="text-xs text-muted-foreground">by {hold.lifted_by_name}</span>
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
      title="Legal holds"
      purpose="What is held can be neither deleted nor changed, by nobody and no rule, until the hold is lifted."
      actions={
        <>
          <Segmented
            label="Which holds"
            value={state}
            onValueChange={(next) => setParams({ state: next === "standing" ? null : next, page: null })}
            options={[
              { value: "standing", label: "Standing" },
              { value: "lifted", label: "Lifted" },
            ]}
          />
          {mayPlace && (
            <Button onClick={() => setPlacing(true)}>
              <Lock aria-hidden="true" />
              Hold a project
            </Button>
          )}
        </>
      }
    >
      <DataTable
        label="Legal holds"
        noun="holds"
        columns={columns(setLifting)}
        query={holds}
        keyOf={(hold) => hold.id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState icon={<Lock aria-hidden="true" />} title={state === "standing" ? "Nothing is held" : "No hold was lifted yet"}>
            Open a recording and choose “Place a hold” beside its transcript to keep it as it is.
          </EmptyState>
        }
      />
      {placing && <HoldProjectDialog onClose={() => setPlacing(false)} />}
      {lifting && <LiftDialog hold={lifting} onClose={() => setLifting(null)} />}
    </Section>
  );
}
