import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Select } from "@verbatim/ui/select";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { AppLink } from "@/components/AppLink";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { TableTools } from "@/components/TableTools";
import { withoutOf } from "@verbatim/ui/saved-views";
import { t } from "@verbatim/ui/texts";
import { oneOf, useUrlState, withParams } from "@/lib/location";
import { jobsQuery, STATUSES, type AdminJob } from "./api";
import { LABELS, TONES, typeName } from "./words";

const columns: Column<AdminJob>[] = [
  {
    key: "type",
    label: t("Job"),
    cell: (job) => (
      <AppLink href={`/admin/jobs${withParams("", { job: job.id })}`} className="font-medium underline-offset-4 hover:underline">
        {typeName(job.job_type)}
      </AppLink>
    ),
  },
  { key: "status", label: t("Status"), className: "w-32", cell: (job) => <Badge tone={TONES[job.status]}>{LABELS[job.status] ?? job.status}</Badge> },
  { key: "team", label: t("Team"), from: "md", cell: (job) => <span dir="auto">{job.team ?? t("The server")}</span> },
  { key: "machine", label: t("Machine"), className: "break-all", from: "lg", cell: (job) => job.host ?? "–" },
  { key: "why", label: t("Cause"), from: "sm", cell: (job) => <span className="break-words text-muted-foreground">{job.error ?? job.stage ?? ""}</span> },
  { key: "made", label: t("Queued"), className: "w-32", from: "sm", sorted: "desc", cell: (job) => <TimeAgo iso={job.created_at} className="text-muted-foreground" /> },
];

const ANY = "any";

/** Jobs of all teams, the newest first; the filter stands in the address. */
export function JobList({ types, machines }: { types: readonly string[]; machines: readonly string[] }) {
  const [params, setParams] = useUrlState();
  const wanted = {
    status: oneOf(params.get("status"), STATUSES),
    job_type: params.get("job_type") ?? undefined,
    host: params.get("host") ?? undefined,
    team_id: params.get("team_id") ?? undefined,
    cursor: params.get("cursor") ?? undefined,
  };
  const jobs = useQuery(jobsQuery(wanted));
  const { cursor, ...filter } = wanted;
  const isFiltered = Object.values(filter).some(Boolean);
  const paged = { ...jobs, data: jobs.data && { items: jobs.data.items, total: jobs.data.items.length } } as Parameters<typeof DataTable<AdminJob>>[0]["query"];
  const next = jobs.data?.next_cursor;
  const choose = (name: string) => (value: string) => setParams({ [name]: value === ANY ? null : value, cursor: null });
  const clear = () => setParams({ status: null, job_type: null, host: null, team_id: null, cursor: null });
  return (
    <Section flush untitled title={t("Jobs")} purpose={t("What the server does in the background. What a job is about is for its team only.")}>
      <div className="flex flex-wrap gap-3 px-5 pb-4">
        <Select aria-label={t("Status")} value={wanted.status ?? ANY} options={[{ value: ANY, label: t("Any status") }, ...STATUSES.map((value) => ({ value, label: LABELS[value] ?? value }))]} onValueChange={choose("status")} />
        <Select aria-label={t("Type")} value={wanted.job_type ?? ANY} options={[{ value: ANY, label: t("Any type") }, ...types.map((value) => ({ value, label: typeName(value) }))]} onValueChange={choose("job_type")} />
        <Select aria-label={t("Machine")} value={wanted.host ?? ANY} options={[{ value: ANY, label: t("Any machine") }, ...machines.map((value) => ({ value, label: value }))]} onValueChange={choose("host")} />
        <TableTools place="jobs" columns={columns.slice(1)} />
      </div>
      <DataTable
        label={t("Jobs")}
        noun="jobs"
        columns={columns}
        without={withoutOf(params)}
        query={paged}
        keyOf={(job) => job.id}
        empty={
          <EmptyState icon={<ListChecks aria-hidden="true" />} title={isFiltered ? t("No such job") : t("No jobs yet")} action={isFiltered ? <Button onClick={clear}>{t("Show all jobs")}</Button> : undefined}>
            {isFiltered ? t("No job has this status, type and machine.") : t("As soon as somebody uploads a recording there is something to do.")}
          </EmptyState>
        }
      />
      {(cursor || next) && (
        <div className="flex justify-end gap-2 border-t border-border px-5 py-3.5">
          {cursor && <Button onClick={() => setParams({ cursor: null })}>{t("To the newest")}</Button>}
          {next && <Button onClick={() => setParams({ cursor: next })}>{t("Older jobs")}</Button>}
        </div>
      )}
    </Section>
  );
}
