import { late } from "@verbatim/ui/late";
import { t } from "@verbatim/ui/texts";
import { LateNotice } from "@/components/LateNotice";
import { useRuns } from "@/features/bulk/runs";
import { useUnfinished } from "@/features/uploads/unfinished";
import { useUploads } from "@/features/uploads/uploads";

export const UploadTray = late(() => import("@/features/uploads/UploadTray"), {
  failed: (failure) => <LateNotice what={t("The list of uploads")} failure={failure} />,
});

const BulkTray = late(() => import("@/features/bulk/BulkTray"), {
  failed: (failure) => <LateNotice what={t("The list of tasks")} failure={failure} />,
});

/** What goes on in the background. Each part is fetched with the first thing to show in it; uploads also when one was broken off earlier. */
export function Tray() {
  const unfinished = useUnfinished();
  const uploading = useUploads().length > 0 || unfinished.length > 0;
  const working = useRuns().length > 0;
  if (!uploading && !working) return null;
  return (
    <div className="pointer-events-none fixed bottom-[calc(1rem+var(--dock,0px))] right-4 z-40 flex max-h-[calc(100dvh-6rem)] w-[min(23rem,calc(100vw-2rem))] flex-col gap-3 overflow-y-auto *:pointer-events-auto *:shrink-0">
      {working && <BulkTray />}
      {uploading && <UploadTray />}
    </div>
  );
}
