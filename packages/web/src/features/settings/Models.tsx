import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { messageOf } from "@verbatim/ui/errors";
import { bytes, languageName } from "@verbatim/ui/format";
import { Progress } from "@verbatim/ui/progress";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Cpu, Plus, ShieldCheck, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { modelsQuery } from "@/features/transcription/api";
import { speedOf } from "@/features/transcription/speed";
import { usePermission } from "@/lib/catalog";
import type { SpeechModel } from "@/lib/types";
import { BringModelDialog } from "./BringModelDialog";
import { useFetchedModels, useRemoveModel, useStopFetching, useVerifyModel } from "./models";

/** The Whisper models on this server: what they can, and for administrators getting, checking and removing them. */
export function Models() {
  const { data, error, refetch } = useQuery(modelsQuery);
  const isAdmin = usePermission("system:admin");
  const [bringing, setBringing] = useState(false);
  const fetched = useFetchedModels(isAdmin);
  let content: ReactNode;
  if (error && !data) content = <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (!data) content = <Skeleton className="m-5 h-24" />;
  else if (data.length === 0 && fetched.length === 0) {
    content = (
      <EmptyState icon={<Cpu aria-hidden="true" />} title={t("No model is here")}>
        {isAdmin ? t("Get one from the hub, or import a folder that was brought along.") : t("An administrator can add one.")}
      </EmptyState>
    );
  } else {
    content = (
      <ul aria-label={t("Models")} className="divide-y divide-border">
        {fetched.map((job) => (job.status === "completed" ? null : <Coming key={job.id} job={job} />))}
        {data.map((model) => (
          <ModelRow key={model.name} model={model} isAdmin={isAdmin} />
        ))}
      </ul>
    );
  }
  return (
    <section aria-labelledby="models-here">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="models-here" className="text-sm font-semibold">
          {t("Models on this server")}
        </h2>
        {isAdmin && (
          <Button onClick={() => setBringing(true)}>
            <Plus aria-hidden="true" />
            {t("Add a model")}
          </Button>
        )}
      </div>
      <Card>{content}</Card>
      {bringing && <BringModelDialog onClose={() => setBringing(false)} />}
    </section>
  );
}

type Fetched = ReturnType<typeof useFetchedModels>[number];

function Coming({ job }: { job: Fetched }) {
  const stop = useStopFetching();
  if (!job.isActive) {
    return (
      <li className="flex items-start gap-3 px-5 py-4">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-destructive" />
        <div className="min-w-0">
          <p className="text-sm font-medium">{job.model}</p>
          <p className="mt-0.5 break-words text-[0.8125rem] leading-relaxed text-muted-foreground">{job.status === "cancelled" ? t("It was not fetched: somebody stopped that.") : (job.error ?? t("It could not be fetched."))}</p>
        </div>
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4">
      <div className="min-w-40 flex-1">
        <p className="flex justify-between gap-2 text-sm font-medium">
          <span className="truncate">{job.model}</span>
          <span className="tabular-nums">{job.status === "queued" ? t("Waiting") : `${Math.round(job.progress)} %`}</span>
        </p>
        <Progress value={job.status === "queued" ? null : job.progress} label={t("Fetching {model}", { model: job.model })} className="mt-2" />
      </div>
      <Button size="sm" pending={stop.isPending} aria-label={t("Stop fetching {model}", { model: job.model })} onClick={() => stop.mutate(job.id)}>
        {t("Stop")}
      </Button>
    </li>
  );
}

const ORIGINS: Record<string, string> = { package: t("came with the installation"), imported: "added here", hub: "fetched before", configured: t("named by a setting") };

function spoken({ languages }: SpeechModel): string {
  if (languages.length === 0) return "languages unknown";
  return languages.length <= 3 ? languages.map(languageName).join(", ") : t("{languages} languages", { languages: languages.length });
}

function ModelRow({ model, isAdmin }: { model: SpeechModel; isAdmin: boolean }) {
  const verify = useVerifyModel();
  const [removing, setRemoving] = useState(false);
  const facts = [spoken(model), bytes(model.size_bytes), speedOf(model) ?? t("speed not measured yet"), ORIGINS[model.origin] ?? model.origin];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
          <span>{model.name}</span>
          {model.in_use && <Badge tone="success">{t("In use")}</Badge>}
        </p>
        <p className="mt-0.5 text-[0.8125rem] leading-relaxed text-muted-foreground">{facts.join(" · ")}</p>
        {verify.data && <Verified damaged={verify.data.damaged} />}
      </div>
      {isAdmin && (
        <div className="flex items-center gap-1.5">
          <Button size="sm" aria-label={t("Verify {model}", { model: model.name })} pending={verify.isPending} onClick={() => verify.mutate(model.name)}>
            <ShieldCheck aria-hidden="true" />
            {t("Verify")}
          </Button>
          {model.removable && (
            <Button size="sm" aria-label={t("Remove {model}", { model: model.name })} onClick={() => setRemoving(true)}>
              <Trash2 aria-hidden="true" />
              {t("Remove")}
            </Button>
          )}
        </div>
      )}
      {removing && <RemoveModel model={model} onClose={() => setRemoving(false)} />}
    </li>
  );
}

function Verified({ damaged }: { damaged: readonly string[] }) {
  const Icon = damaged.length > 0 ? CircleAlert : CircleCheck;
  return (
    <p role="status" className={damaged.length > 0 ? "mt-1 flex items-center gap-1.5 text-[0.8125rem] text-destructive" : "mt-1 flex items-center gap-1.5 text-[0.8125rem] text-success"}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {damaged.length > 0 ? t("Damaged: {damaged}. Remove it and get it again.", { damaged: damaged.join(", ") }) : t("Every file is what it was when it came here.")}
    </p>
  );
}

function RemoveModel({ model, onClose }: { model: SpeechModel; onClose: () => void }) {
  const remove = useRemoveModel();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("Remove {model}?", { model: model.name })}
      description={t("Its {size_bytes} are deleted from this server. Transcripts that it made stay; new ones are made by another model.", { size_bytes: bytes(model.size_bytes) })}
      confirmLabel={t("Remove model")}
      onConfirm={async () => {
        await remove.mutateAsync(model.name);
        toast("success", t("{model} was removed", { model: model.name }));
      }}
    />
  );
}
