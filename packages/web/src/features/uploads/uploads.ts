import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useMaxUploadBytes } from "@/lib/catalog";
import { guardLeaving } from "@/lib/leaving";
import { UploadQueue, type UploadItem } from "./queue";
import { twinOf } from "./same";
import { sendFile, type UploadOptions } from "./send";

export const uploads = new UploadQueue(sendFile, twinOf);

globalThis.addEventListener?.("online", uploads.online);

guardLeaving(() => uploads.busy);

export function useUploads(): readonly UploadItem[] {
  return useSyncExternalStore(uploads.subscribe, uploads.snapshot);
}

export function useAddUploads(): (files: Iterable<File>, options?: UploadOptions) => void {
  const maxBytes = useMaxUploadBytes();
  return useCallback((files, options) => uploads.add(files, options, maxBytes), [maxBytes]);
}

/** Where dropped files go while some page says so: into its project. */
export interface DropDestination {
  id: string;
  name: string;
}

let destination: DropDestination | null = null;
const listeners = new Set<() => void>();

function setDestination(next: DropDestination | null) {
  destination = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDropDestination = (): DropDestination | null => useSyncExternalStore(subscribe, () => destination);

export function useDropInto(id: string | undefined, name: string | undefined): void {
  useEffect(() => {
    if (id === undefined || name === undefined) return;
    setDestination({ id, name });
    return () => setDestination(null);
  }, [id, name]);
}

type Take = (files: Iterable<File>) => void;

let receiver: Take | null = null;

/** Whoever asks for it gets what is dropped, instead of its being sent at once. */
export const dropReceiver = (): Take | null => receiver;

export function useDropReceiver(take: Take): void {
  useEffect(() => {
    receiver = take;
    return () => {
      receiver = null;
    };
  }, [take]);
}
