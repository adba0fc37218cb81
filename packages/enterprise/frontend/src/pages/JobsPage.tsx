import { useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import { reportQuery } from "@/features/jobs/api";
import { JobList } from "@/features/jobs/JobList";
import { OneJob } from "@/features/jobs/OneJob";
import { Running } from "@/features/jobs/Running";
import { useUrlState } from "@/lib/location";

/** Background work of the whole installation, or one job of it. */
export default function JobsPage() {
  const [params] = useUrlState();
  const job = params.get("job");
  return job ? <OneJob key={job} id={job} /> : <AllJobs />;
}

function AllJobs() {
  const report = useQuery(reportQuery);
  return (
    <Waiting query={report} height="h-96">
      {(found) => (
        <div className="flex flex-col gap-5">
          <Running report={found} />
          <JobList types={found.types.map(({ job_type }) => job_type)} machines={found.machines.map(({ host }) => host)} />
        </div>
      )}
    </Waiting>
  );
}
