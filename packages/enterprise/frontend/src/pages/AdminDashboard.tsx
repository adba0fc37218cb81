import { useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import { healthQuery, overviewQuery, type Overview } from "@/features/dashboard/api";
import { Chart } from "@/features/dashboard/Chart";
import { figure, pointsOf } from "@/features/dashboard/series";
import { Checks } from "@/features/dashboard/Checks";
import { TeamsBySize } from "@/features/dashboard/TeamsBySize";
import { Tiles } from "@/features/dashboard/Tiles";
import { useMe } from "@/lib/session";
import { plural, t } from "@verbatim/ui/texts";

/** How the installation is used, how it keeps up, and what is wrong with it, each with the way to where it is mended. */
export default function AdminDashboard() {
  const overview = useQuery(overviewQuery);
  const health = useQuery(healthQuery);
  const me = useMe();
  return (
    <Waiting query={overview} height="h-96">
      {(found) => (
        <div className="flex flex-col gap-5">
          <h2 className="sr-only">{t("At a glance")}</h2>
          <Tiles overview={found} findings={health.data?.checks ?? []} />
          <h2 className="sr-only">{t("Over time")}</h2>
          <Charts series={found.series} />
          <Waiting query={health}>{({ checks }) => <Checks findings={checks} mayHelp={me.data?.role === "admin"} />}</Waiting>
          <TeamsBySize content={found.content} />
        </div>
      )}
    </Waiting>
  );
}

function Charts({ series }: { series: Overview["series"] }) {
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <Chart title={t("Jobs that wait, by hour")} unit={t("jobs")} counted={(n) => plural(n, { one: "{count} job", other: "{count} jobs" }, { count: figure(n) })} points={pointsOf(series.hours, series.queue_length)} />
      <Chart title={t("Longest wait, by hour")} unit={t("minutes")} counted={(n) => plural(n, { one: "{count} minute", other: "{count} minutes" }, { count: figure(n) })} points={pointsOf(series.hours, series.queue_minutes)} />
      <Chart title={t("Speed of transcription, by hour")} unit={t("× real time")} counted={(n) => t("{times} × real time", { times: figure(n) })} points={pointsOf(series.hours, series.times_realtime)} />
      <Chart bars title={t("Sound transcribed, by hour")} unit={t("hours")} counted={(n) => plural(n, { one: "{count} hour", other: "{count} hours" }, { count: figure(n) })} points={pointsOf(series.hours, series.hours_transcribed)} />
      <Chart bars title={t("New recordings, by hour")} unit={t("recordings")} counted={(n) => plural(n, { one: "{count} recording", other: "{count} recordings" }, { count: figure(n) })} points={pointsOf(series.hours, series.recordings)} />
      <Chart bars title={t("People active, by day")} unit={t("people")} counted={(n) => plural(n, { one: "{count} person", other: "{count} people" }, { count: figure(n) })} points={pointsOf(series.days, series.people)} />
    </div>
  );
}
