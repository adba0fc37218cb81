import { useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import { healthQuery, overviewQuery, type Overview } from "@/features/dashboard/api";
import { Chart } from "@/features/dashboard/Chart";
import { pointsOf } from "@/features/dashboard/series";
import { Checks } from "@/features/dashboard/Checks";
import { TeamsBySize } from "@/features/dashboard/TeamsBySize";
import { Tiles } from "@/features/dashboard/Tiles";
import { useMe } from "@/lib/session";

/** How the installation is used, how it keeps up, and what is wrong with it, each with the way to where it is mended. */
export default function AdminDashboard() {
  const overview = useQuery(overviewQuery);
  const health = useQuery(healthQuery);
  const me = useMe();
  return (
    <Waiting query={overview} height="h-96">
      {(found) => (
        <div className="flex flex-col gap-5">
          <h2 className="sr-only">At a glance</h2>
          <Tiles overview={found} findings={health.data?.checks ?? []} />
          <h2 className="sr-only">Over time</h2>
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
      <Chart title="Jobs that wait, by hour" unit="jobs" one="job" points={pointsOf(series.hours, series.queue_length)} />
      <Chart title="Longest wait, by hour" unit="minutes" one="minute" points={pointsOf(series.hours, series.queue_minutes)} />
      <Chart title="Speed of transcription, by hour" unit="× real time" points={pointsOf(series.hours, series.times_realtime)} />
      <Chart bars title="Sound transcribed, by hour" unit="hours" one="hour" points={pointsOf(series.hours, series.hours_transcribed)} />
      <Chart bars title="New recordings, by hour" unit="recordings" one="recording" points={pointsOf(series.hours, series.recordings)} />
      <Chart bars title="People active, by day" unit="people" one="person" points={pointsOf(series.days, series.people)} />
    </div>
  );
}
