import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import { AudioLines, Clock3, LoaderCircle, Type, type LucideIcon } from "lucide-react";
import { compactCount, count, hours } from "@verbatim/ui/format";
import { plural, t } from "@verbatim/ui/texts";
import type { Stats } from "@/lib/types";

interface Total {
  label: string;
  icon: LucideIcon;
  value: string;
  note: string;
}

function totalsOf(stats: Stats): Total[] {
  const { recordings, transcriptions, processing } = stats;
  const { queued_count: queued, running_count: running, active_count: active } = processing;
  return [
    { label: t("Recordings"), icon: AudioLines, value: count(recordings.total_recordings), note: t("in {count}", { count: plural(stats.projects.total_projects, { one: "{count} project", other: "{count} projects" }) }) },
    { label: t("Listening time"), icon: Clock3, value: hours(recordings.total_duration_seconds), note: recordings.avg_duration_seconds ? t("{avg_duration_seconds} on average", { avg_duration_seconds: hours(recordings.avg_duration_seconds) }) : t("of audio") },
    { label: t("Words"), icon: Type, value: compactCount(transcriptions.total_words), note: t("in {count}", { count: plural(transcriptions.total_transcripts, { one: "{count} transcript", other: "{count} transcripts" }) }) },
    { label: t("In progress"), icon: LoaderCircle, value: count(active), note: active === 0 ? t("Nothing is waiting") : t("{count} running, {count2} waiting", { count: count(running), count2: count(queued) }) },
  ];
}

const LABELS = [t("Recordings"), t("Listening time"), t("Words"), t("In progress")];

export function Totals({ stats }: { stats: Stats | undefined }) {
  const totals = stats ? totalsOf(stats) : null;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      {LABELS.map((label, place) => {
        const total = totals?.[place];
        return (
          <Card key={label} className="p-4 sm:p-5">
            <dt className="flex items-center justify-between text-[0.8125rem] font-medium text-muted-foreground">
              {label}
              {total && <total.icon aria-hidden="true" className="size-4" />}
            </dt>
            <dd className="mt-2">
              {total ? (
                <>
                  <span className="block text-2xl font-semibold tracking-tight tabular-nums">{total.value}</span>
                  <span className="mt-0.5 block text-xs text-muted-foreground">{total.note}</span>
                </>
              ) : (
                <Skeleton className="h-13 w-24" />
              )}
            </dd>
          </Card>
        );
      })}
    </dl>
  );
}
