import { useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import { statusQuery } from "@/features/license/api";
import { Included } from "@/features/license/Included";
import { Seats } from "@/features/license/Seats";
import { Standing } from "@/features/license/Standing";
import { Upload } from "@/features/license/Upload";

/** Who may use this server, until when, and for how many people; and the way to another licence. */
export default function LicenseSettings() {
  const status = useQuery(statusQuery);
  return (
    <Waiting query={status} height="h-96">
      {(found) => (
        <div className="flex flex-col gap-5">
          <Standing status={found} />
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <Seats status={found} />
            <Included status={found} />
          </div>
          <Upload status={found} />
        </div>
      )}
    </Waiting>
  );
}
