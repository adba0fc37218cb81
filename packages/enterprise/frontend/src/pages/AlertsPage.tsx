import { useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import { alertsQuery } from "@/features/alerts/api";
import { AlertList } from "@/features/alerts/AlertList";
import { Choices } from "@/features/alerts/Choices";
import { useUrlState } from "@/lib/location";

/** What those who look after the server were told, and who is told what. */
export default function AlertsPage() {
  const [params] = useUrlState();
  const alerts = useQuery(alertsQuery(params.get("cursor") ?? undefined));
  return (
    <Waiting query={alerts} height="h-96">
      {(found) => (
        <div className="flex flex-col gap-5">
          <AlertList alerts={found} />
          <Choices alerts={found} />
        </div>
      )}
    </Waiting>
  );
}
