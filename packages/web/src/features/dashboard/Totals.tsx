import { Card } from "@verbatim/ui/card";
import { Skeleton } from "@verbatim/ui/skeleton";
import { AudioLines, Clock3, LoaderCircle, Type, type LucideIcon } from "lucide-react";
import { compactCount, count, hours, plural } from "@verbatim/ui/format";
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
    { label: "Recordings", icon: AudioLines, value: count(recordings.total_recordings), note: `in ${plural(stats.projects.total_projects, "project")}` },
    { label: "Listening time", icon: Clock3, value: hours(recordings.total_duration_seconds), note: recordings.avg_duration_seconds ? `${hours(recordings.avg_duration_seconds)} on average` : "of audio" },
    { label: "Words", icon: Type, value: compactCount(transcriptions.total_words), note: `in ${plural(transcriptions.total_transcripts, "transcript")}` },
    { label: "In progress", icon: LoaderCircle, value: count(active), note: active === 0 ? "Nothing is waiting" : `${count(running)} running, ${count(queued)} waiting` },
  ];
}

const LABELS = ["Recordings", "Listening time", "Words", "In progress"];

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
