import { late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";

/** Fetched once somebody compares. */
export const CompareView = late(() => import("./CompareView"), {
  pending: <Skeleton className="h-96 rounded-xl" />,
  failed: ({ message, retry }) => <ErrorState message={message} onRetry={retry} />,
});
