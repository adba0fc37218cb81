import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { TableTools } from "@/components/TableTools";
import { oneOf, useUrlState } from "@/lib/location";
import { ORDERS } from "@/lib/sorting";
import { withoutOf } from "@verbatim/ui/saved-views";
import { t } from "@verbatim/ui/texts";
import { auditQuery, FIELDS, type AuditRow, type Wanted } from "./api";
import { Entry } from "./Entry";
import { ExportMenu } from "./ExportMenu";
import { Filters } from "./Filters";
import { SavedFilters } from "./SavedFilters";
import { actionOf, actorOf, outcomes, targetOf } from "./words";

const columns = (onOpen: (row: AuditRow) => void, order: "asc" | "desc", onSort: () => void): Column<AuditRow>[] => [
  {
    key: "action",
    label: t("What"),
    cell: (row) => (
      <button type="button" className="block max-w-full truncate font-medium text-primary hover:underline" title={row.action} onClick={() => onOpen(row)}>
        {actionOf(row)}
      </button>
    ),
  },
  { key: "actor", label: t("Who"), cell: (row) => <span className="block truncate">{actorOf(row)}</span> },
  { key: "target", label: t("To what"), from: "lg", cell: (row) => <span className="block truncate text-muted-foreground">{targetOf(row)}</span> },
  {
    key: "outcome",
    label: t("Outcome"),
    className: "w-28",
    from: "sm",
    cell: ({ outcome }) => <Badge tone={outcomes[outcome].tone}>{outcomes[outcome].label}</Badge>,
  },
  { key: "address", label: t("From"), className: "w-36", from: "xl", cell: ({ address }) => <span className="block truncate text-muted-foreground">{address ?? "–"}</span> },
  { key: "at", label: t("When"), className: "w-32", sorted: order, onSort, cell: ({ at }) => <TimeAgo iso={at} className="text-muted-foreground" /> },
];

/** What holds in the address, without what is empty. */
export function wantedOf(params: URLSearchParams): Wanted {
  return Object.fromEntries(FIELDS.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : []))) as Wanted;
}

export const NOTHING = Object.fromEntries([...FIELDS, "before"].map((name) => [name, null]));

export function AuditLog() {
  const [params, setParams] = useUrlState();
  const [opened, setOpened] = useState<AuditRow | null>(null);
  const wanted = wantedOf(params);
  const before = params.get("before") ?? undefined;
  const order = oneOf(params.get("order"), ORDERS) ?? "desc";
  const rows = useQuery(auditQuery(wanted, before, order));
  const shown = columns(setOpened, order, () => setParams({ order: order === "desc" ? "asc" : null, before: null }, { replace: true }));
  const narrowed = Object.keys(wanted).length > 0;
  const next = rows.data?.next_cursor;

  return (
    <Section
      flush
      title={t("What was done")}
      untitled
      purpose={t("Changes, refusals, sign-ins, and who opened or took away what.")}
      actions={
        <>
          <TableTools place="audit" columns={shown.slice(1)} saves={false} />
          <SavedFilters wanted={wanted} onChoose={(query) => setParams({ ...NOTHING, ...query })} />
          <ExportMenu wanted={wanted} />
        </>
      }
    >
      <Filters wanted={wanted} onChange={(changes) => setParams({ ...changes, before: null }, { replace: true })} />
      <DataTable
        label={t("Audit log")}
        noun="entries"
        columns={shown}
        without={withoutOf(params)}
        query={rows}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            icon={<History aria-hidden="true" />}
            title={narrowed ? t("No such entry") : t("Nothing has been written yet")}
            action={narrowed || before ? <Button onClick={() => setParams(NOTHING)}>{t("Show all")}</Button> : undefined}
          >
            {narrowed ? t("None fits the filters.") : t("What people and programs do on this server appears here.")}
          </EmptyState>
        }
      />
      {(before || next) && (
        <nav aria-label={t("Pages of the audit log")} className="flex justify-between gap-3 border-t border-border px-5 py-3.5">
          <Button size="sm" disabled={!before} onClick={() => setParams({ before: null })}>
            {order === "desc" ? t("Newest") : t("Oldest")}
          </Button>
          <Button size="sm" disabled={!next} onClick={() => setParams({ before: next })}>
            {order === "desc" ? t("Older") : t("Newer")}
          </Button>
        </nav>
      )}
      {opened && <Entry row={opened} onClose={() => setOpened(null)} onNarrow={(query) => setParams({ ...NOTHING, ...query })} />}
    </Section>
  );
}
