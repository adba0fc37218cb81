import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { exactTime } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "@/components/AppLink";
import { Section } from "@/components/Section";
import { Waiting } from "@/components/Waiting";
import { navigate } from "@/lib/navigate";
import { cancelJob, jobQuery, moveJob, retryJob, useRefreshJobs, type JobDetail } from "./api";
import { LABELS, TONES, typeName } from "./words";

/** One job: how it goes, what happened to it, and the recording that it works on. */
export function OneJob({ id }: { id: string }) {
  const job = useQuery(jobQuery(id));
  return (
    <div className="flex flex-col gap-5">
      <AppLink href="/admin/jobs" className="self-start text-sm font-medium text-primary underline underline-offset-4">
        {t("All jobs")}
      </AppLink>
      <Waiting query={job}>{(found) => <Shown job={found} />}</Waiting>
    </div>
  );
}

function Shown({ job }: { job: JobDetail }) {
  const refresh = useRefreshJobs();
  const cancel = useMutation({ mutationFn: () => cancelJob(job.id), onSuccess: ({ message }) => { toast("success", message); return refresh(); } });
  const retry = useMutation({ mutationFn: () => retryJob(job.id), onSuccess: ({ message, id }) => { toast("success", message); if (id) navigate(`/admin/jobs?job=${id}`); return refresh(); } });
  const move = useMutation({ mutationFn: (place: "first" | "last") => moveJob(job.id, place), onSuccess: ({ message }) => { toast("success", message); return refresh(); } });
  return (
    <Section
      title={typeName(job.job_type)}
      actions={
        <>
          {job.can_move && <Button pending={move.isPending} onClick={() => move.mutate("first")}>{t("Begin it next")}</Button>}
          {job.can_move && <Button pending={move.isPending} onClick={() => move.mutate("last")}>{t("Begin it last")}</Button>}
          {job.can_cancel && <Button pending={cancel.isPending} onClick={() => cancel.mutate()}>{t("Cancel")}</Button>}
          {job.can_retry && <Button variant="primary" pending={retry.isPending} onClick={() => retry.mutate()}>{t("Try again")}</Button>}
        </>
      }
    >
      <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[9rem_1fr]">
        <Row name="Status">
          <Badge tone={TONES[job.status]}>{LABELS[job.status] ?? job.status}</Badge> {job.cancel_requested && t("It is being stopped.")}
        </Row>
        <Row name="Stage">{job.stage ? `${job.stage}, ${Math.round(job.progress)} %` : `${Math.round(job.progress)} %`}</Row>
        {job.error && <Row name="Cause">{job.error}{job.error_code ? ` (${job.error_code})` : ""}</Row>}
        <Row name="Team"><span dir="auto">{job.team ?? t("The server")}</span></Row>
        <Row name="Machine">{job.host ?? t("None yet")}</Row>
        <Row name="Priority">{job.priority}</Row>
        <Row name="Attempts">{rich("{attempts} of {max_attempts}", { attempts: job.attempts, max_attempts: job.max_attempts })}</Row>
        {job.recording_id && (
          <Row name="Recording">
            {rich("{appLink}, which only its team can see", { appLink: <AppLink href={`/recordings/${job.recording_id}`} className="text-primary underline underline-offset-4">{t("Open the recording")}</AppLink> })}
          </Row>
        )}
        <Row name="Name">{job.id}</Row>
      </dl>
      <h3 className="mb-2 mt-5 text-sm font-medium">{t("What happened")}</h3>
      <ol className="flex flex-col gap-1.5 text-sm">
        {job.steps.map((step) => (
          <li key={`${step.at} ${step.what}`} className="flex flex-wrap gap-x-4">
            <span className="w-44 text-muted-foreground">{exactTime(step.at)}</span>
            <span>{step.what}</span>
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
