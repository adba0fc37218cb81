import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { Input } from "@verbatim/ui/field";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { messageOf } from "@verbatim/ui/errors";
import { plural, t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useState, type SubmitEvent } from "react";
import type { PanelProps } from "../registry";
import { Comparison } from "./Comparison";
import { historyQuery, useHistoryStep, useNameVersion } from "./api";
import { kindInWords } from "./words";

/** Every change with who and when, back and forth, and the versions that somebody named. */
export default function HistoryPanel({ recording, transcript, editable }: PanelProps) {
  const id = transcript?.id ?? "";
  const revision = transcript?.revision ?? 0;
  const { data, error, refetch } = useQuery({ ...historyQuery(recording.id, id, revision), enabled: transcript !== null });
  const step = useHistoryStep(recording.id, id);
  const [compared, setCompared] = useState<number | null>(null);
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40 rounded-lg" />;
  return (
    <div className="text-[0.8125rem]">
      {editable && (
        <div className="mb-4 flex gap-2">
          <Button size="sm" disabled={data.can_undo === null} pending={step.isPending} onClick={() => step.mutate({ do: "undo" })}>
            <Undo2 aria-hidden="true" />
            {t("Undo")}
          </Button>
          <Button size="sm" disabled={data.can_redo === null} pending={step.isPending} onClick={() => step.mutate({ do: "redo" })}>
            <Redo2 aria-hidden="true" />
            {t("Redo")}
          </Button>
        </div>
      )}
      {editable && data.revision > 0 && <NameForm recordingId={recording.id} transcriptId={id} />}
      <h2 className="mb-1.5 font-semibold">{t("Versions")}</h2>
      <ul aria-label={t("Versions")} className="mb-5 flex flex-col">
        {data.items.map((version) => (
          <li key={`${version.kind}-${version.number}-${version.name ?? ""}`}>
            <Row pressed={compared === version.number && version.kind !== "current"} disabled={version.kind === "current"} onClick={() => setCompared(compared === version.number ? null : version.number)}>
              <span dir="auto" className="font-medium">{version.name ?? (version.kind === "engine" ? t("As the engine heard it") : t("Now"))}</span>
              <span className="text-xs text-muted-foreground">
                {version.author ? `${version.author}, ` : ""}
                <TimeAgo iso={version.created_at} />
              </span>
            </Row>
            {compared === version.number && version.kind !== "current" && (
              <Comparison recordingId={recording.id} transcriptId={id} number={version.number} revision={data.revision} editable={editable} onRestore={(segmentIds) => step.mutate({ do: "restore", number: version.number, ...(segmentIds ? { segmentIds } : {}) })} />
            )}
          </li>
        ))}
      </ul>
      <h2 className="mb-1.5 font-semibold">{t("Changes")}</h2>
      {data.changes.length === 0 && <p className="text-muted-foreground">{t("Nobody has changed anything yet.")}</p>}
      <ol aria-label={t("Changes")} className="flex flex-col gap-2">
        {data.changes.map((change) => (
          <li key={change.number} className={cn("leading-5", change.undone_by !== null && "text-muted-foreground line-through")}>
            {kindInWords(change.kind)}
            {change.segments > 0 && ` · ${plural(change.segments, { one: "{count} segment", other: "{count} segments" })}`}
            {change.reason && <span dir="auto"> · {change.reason}</span>}
            <span className="block text-xs text-muted-foreground">
              {change.author ?? t("The server")}, <TimeAgo iso={change.created_at} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Row({ pressed, disabled, onClick, children }: { pressed: boolean; disabled: boolean; onClick: () => void; children: React.ReactNode }) {
  if (disabled) return <p className="flex flex-col px-2 py-1.5">{children}</p>;
  return (
    <button type="button" aria-expanded={pressed} onClick={onClick} className="flex w-full flex-col rounded-md px-2 py-1.5 text-start hover:bg-secondary aria-expanded:bg-secondary">
      {children}
    </button>
  );
}

function NameForm({ recordingId, transcriptId }: { recordingId: string; transcriptId: string }) {
  const [name, setName] = useState("");
  const keep = useNameVersion(recordingId, transcriptId);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim()) keep.mutate(name.trim(), { onSuccess: () => setName("") });
  }
  return (
    <form onSubmit={submit} className="mb-5 flex gap-2">
      <Input aria-label={t("Name of this version")} placeholder={t("Name this version")} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} className="h-8" />
      <Button type="submit" size="sm" pending={keep.isPending} disabled={name.trim() === ""}>
        {t("Keep")}
      </Button>
    </form>
  );
}
