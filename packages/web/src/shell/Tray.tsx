import { late } from "@verbatim/ui/late";
import { LateNotice } from "@/components/LateNotice";
import { useUnfinished } from "@/features/uploads/unfinished";
import { useUploads } from "@/features/uploads/uploads";

export const UploadTray = late(() => import("@/features/uploads/UploadTray"), {
  failed: (failure) => <LateNotice what="The list of uploads" failure={failure} />,
});

/** The tray is fetched with the first upload, at the latest; at once when one was broken off earlier. */
export function Tray() {
  const unfinished = useUnfinished();
  return useUploads().length > 0 || unfinished.length > 0 ? <UploadTray /> : null;
}
