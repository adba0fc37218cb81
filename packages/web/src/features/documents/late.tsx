import { late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";

/** What draws a PDF is fetched with the first one that somebody opens. */
export const PdfView = late(() => import("./PdfView"), {
  pending: <Skeleton className="h-[70vh] rounded-xl" />,
  failed: ({ message, retry }) => <ErrorState message={message} onRetry={retry} />,
});
