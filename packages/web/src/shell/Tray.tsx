import { lazy, Suspense } from "react";
import { useUploads } from "@/features/uploads/uploads";

const UploadTray = lazy(() => import("@/features/uploads/UploadTray"));

/** The tray is fetched with the first upload. */
export function Tray() {
  return useUploads().length > 0 ? (
    <Suspense fallback={null}>
      <UploadTray />
    </Suspense>
  ) : null;
}
