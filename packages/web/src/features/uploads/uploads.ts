import { useCallback, useSyncExternalStore } from "react";
import { useMaxUploadBytes } from "@/lib/catalog";
import { UploadQueue, type UploadItem } from "./queue";
import { sendFile, type UploadOptions } from "./send";

export const uploads = new UploadQueue(sendFile);

globalThis.addEventListener?.("beforeunload", (event) => {
  if (uploads.busy) event.preventDefault();
});

export function useUploads(): readonly UploadItem[] {
  return useSyncExternalStore(uploads.subscribe, uploads.snapshot);
}

export function useAddUploads(): (files: Iterable<File>, options?: UploadOptions) => void {
  const maxBytes = useMaxUploadBytes();
  return useCallback((files, options) => uploads.add(files, options, maxBytes), [maxBytes]);
}
