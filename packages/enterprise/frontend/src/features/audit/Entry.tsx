import { language } from "@verbatim/ui/language";
import { count } from "@verbatim/ui/format";
import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { CopyText } from "@verbatim/ui/copy-text";
import { Dialog } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { rowQuery, type AuditRow, type Wanted } from "./api";
import { actorOf, changedFields, outcomes, shown, targetOf } from "./words";

interface EntryProps {
  row: AuditRow;
  onClose: () => void;
  onNarrow: (wanted: Wanted) => void;
}

const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" });

/** One entry with all that is known of it. */
export function Entry({ row, onClose, onNarrow }: EntryProps) {
  const seal = useQuery(rowQuery(row.id)).data;
  const narrow = (wanted: Wanted) => {
    onNarrow(wanted);
    onClose();
  };
  const known: [string, ReactNode][] = [
    [t("Who"), actorOf(row)],
    [t("To what"), <Target key="target" row={row} />],
    [t("When"), exact.format(new Date(row.at))],
    [t("From"), row.address],
    [t("Program"), row.user_agent],
    [t("Resource"), row.resource_id && <CopyText text={row.resource_id} label={t("the id of the resource")} />],
    [t("Account"), row.actor_id && <CopyText text={row.actor_id} label={t("the id of the account")} />],
    [t("Team"), row.team_id && <CopyText text={row.team_id} label={t("the id of the team")} />],
    [t("Session"), row.session_id && <CopyText text={row.session_id} label={t("the id of the session")} />],
    [t("API key"), row.key_id && <CopyText text={row.key_id} label={t("the id of the key")} />],
    [t("Request"), row.request_id && <CopyText text={row.request_id} label={t("the id of the request")} />],
    [t("Seal"), seal && (seal.number === null ? t("Waits for its seal") : t("Number {count} in the chain", { count: count(seal.number) }))],
  ];
  return (
    <Dialog
      open
      drawer
      onOpenChange={(open) => !open && onClose()}
      title={<span className="font-mono text-sm">{row.action}</span>}
      description={<Badge tone={outcomes[row.outcome].tone}>{outcomes[row.outcome].label}</Badge>}
      footer={
        <>
          {row.actor_id && <Button onClick={() => narrow({ actor: row.actor_id ?? "" })}>{t("All by this account")}</Button>}
          {row.resource_id && <Button onClick={() => narrow({ about: row.resource_id ?? "" })}>{t("All about this")}</Button>}
          <Button variant="primary" onClick={onClose}>
            {t("Done")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6 text-sm">
        <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-2.5">
          {known.map(([name, value]) => value && <Fact key={name} name={name} value={value} />)}
        </dl>
        <Changes row={row} />
        <Details details={row.details} />
      </div>
    </Dialog>
  );
}

function Target({ row }: { row: AuditRow }) {
  return (
    <>
      {targetOf(row)}
      {row.names_hidden && <span className="block text-xs text-muted-foreground">{t("What it is called is shown to those who may see it in its team.")}</span>}
    </>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}

function Changes({ row }: { row: AuditRow }) {
  const fields = changedFields(row.before, row.after);
  if (fields.length === 0) return null;
  return (
    <section aria-label={t("What was changed")} className="overflow-hidden rounded-lg border border-border">
      <table className="w-full table-fixed text-left text-xs">
        <thead className="bg-muted text-muted-foreground">
          <tr>
            {[t("Field"), t("Before"), t("After")].map((name) => (
              <th key={name} scope="col" className="px-3 py-2 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, before, after }) => (
            <tr key={name} className="border-t border-border align-top">
              <th scope="row" className="break-words px-3 py-2 font-medium">
                {name}
              </th>
              <td className="break-words px-3 py-2 text-muted-foreground">{before}</td>
              <td className="break-words px-3 py-2">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Details({ details }: { details: Record<string, unknown> }) {
  const entries = Object.entries(details);
  if (entries.length === 0) return null;
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-2 rounded-lg bg-muted p-3 text-xs">
      {entries.map(([name, value]) => (
        <Fact key={name} name={name} value={shown(value)} />
      ))}
    </dl>
  );
}
