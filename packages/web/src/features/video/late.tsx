import { late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { rich } from "@verbatim/ui/rich";

/** Fetched with the first recording that has a picture. Where it cannot be, there is still the text and the sound. */
export const VideoStage = late(() => import("./VideoStage"), {
  pending: <Skeleton className="mb-4 aspect-video max-h-[38vh] w-full rounded-xl" />,
  failed: ({ message }) => <p className="mb-3 text-[0.8125rem] text-muted-foreground">{rich("The video cannot be shown now. {message}", { message })}</p>,
});
