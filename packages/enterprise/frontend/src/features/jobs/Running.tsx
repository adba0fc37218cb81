import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { count } from "@verbatim/ui/format";
import { BodyCell, BodyRow, HeadCell, Table } from "@verbatim/ui/table";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Section } from "@/components/Section";
import { drainMachine, pauseType, resumeMachine, resumeType, useRefreshJobs, type JobsReport } from "./api";
import { typeName } from "./words";

interface SwitchProps {
  /** What the button says, and of what, for those who hear it alone. */
  label: string;
  of: string;
  act: () => Promise<{ message: string }>;
}

function Act({ label, of, act }: SwitchProps) {
  const refresh = useRefreshJobs();
  const run = useMutation({ mutationFn: act, onSuccess: ({ message }) => { toast("success", message); return refresh(); } });
  return (
    <Button size="sm" pending={run.isPending} aria-label={`${label} ${of}`} onClick={() => run.mutate()}>
      {label}
    </Button>
  );
}

/** What waits by type, and who does it; either can be stopped from beginning anything more. */
export function Running({ report }: { report: JobsReport }) {
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      <Section flush title={t("Types")}>
        <Table aria-label={t("Types of jobs")}>
          <thead>
            <tr>
              <HeadCell className="pl-3 sm:pl-5">{t("Type")}</HeadCell>
              <HeadCell className="w-12 pl-1 pr-1 text-right sm:w-16">{t("Wait")}</HeadCell>
              <HeadCell className="w-12 pl-1 pr-1 text-right sm:w-16">{t("Run")}</HeadCell>
              <HeadCell className="w-12 pl-1 pr-1 text-right sm:w-16">{t("Failed")}</HeadCell>
              <HeadCell className="w-24 pr-3 sm:w-28 sm:pr-5"><span className="sr-only">{t("Pause")}</span></HeadCell>
            </tr>
          </thead>
          <tbody>
            {report.types.map((type) => (
              <BodyRow key={type.job_type}>
                <BodyCell className="break-words pl-3 sm:pl-5">
                  {typeName(type.job_type)} {type.paused && <Badge tone="warning">{t("Paused")}</Badge>}
                </BodyCell>
                <BodyCell className="pl-1 pr-1 text-right tabular-nums">{count(type.queued)}</BodyCell>
                <BodyCell className="pl-1 pr-1 text-right tabular-nums">{count(type.running)}</BodyCell>
                <BodyCell className="pl-1 pr-1 text-right tabular-nums">{count(type.failed)}</BodyCell>
                <BodyCell className="pr-3 text-right sm:pr-5">
                  {type.paused ? <Act label={t("Resume")} of={typeName(type.job_type)} act={() => resumeType(type.job_type)} /> : <Act label={t("Pause")} of={typeName(type.job_type)} act={() => pauseType(type.job_type)} />}
                </BodyCell>
              </BodyRow>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section flush title={t("Machines")} purpose={t("A drained machine finishes what it runs and begins nothing more: then it can be stopped.")}>
        <Table aria-label={t("Machines")}>
          <thead>
            <tr>
              <HeadCell className="pl-3 sm:pl-5">{t("Machine")}</HeadCell>
              <HeadCell className="w-20 pl-1 pr-1 sm:w-24">{t("Processes")}</HeadCell>
              <HeadCell className="w-12 pl-1 pr-1 text-right sm:w-16">{t("Runs")}</HeadCell>
              <HeadCell className="w-24 pr-3 sm:w-28 sm:pr-5"><span className="sr-only">{t("Drain")}</span></HeadCell>
            </tr>
          </thead>
          <tbody>
            {report.machines.map((machine) => (
              <BodyRow key={machine.host}>
                <BodyCell className="break-all pl-3 sm:pl-5">
                  {machine.host} {machine.drained && <Badge tone="warning">{t("Drained")}</Badge>}
                </BodyCell>
                <BodyCell>{machine.servers + machine.workers}</BodyCell>
                <BodyCell className="pl-1 pr-1 text-right tabular-nums">{count(machine.running)}</BodyCell>
                <BodyCell className="pr-3 text-right sm:pr-5">
                  {machine.drained ? <Act label={t("Resume")} of={machine.host} act={() => resumeMachine(machine.host)} /> : <Act label={t("Drain")} of={machine.host} act={() => drainMachine(machine.host)} />}
                </BodyCell>
              </BodyRow>
            ))}
          </tbody>
        </Table>
      </Section>
    </div>
  );
}
