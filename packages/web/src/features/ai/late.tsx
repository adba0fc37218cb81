import { late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { rich } from "@verbatim/ui/rich";

/** Fetched with the first transcript. Where it cannot be, there is still the text. */
export const SummaryPanel = late(() => import("./SummaryPanel"), {
  pending: <Skeleton className="h-24" />,
  failed: ({ message }) => <p className="text-[0.8125rem] text-muted-foreground">{rich("The summary cannot be shown now. {message}", { message })}</p>,
});
