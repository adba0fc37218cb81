import { ApiError, OFFLINE, toApiError } from "@verbatim/ui/errors";
import { DetailedError, Upload } from "tus-js-client";
import { api, unwrap } from "@/lib/client";
import { recoverSession } from "@/lib/session";
import type { UploadResult } from "@/lib/types";
import { fieldsOf, isDocument, type Send, type UploadOptions } from "./send";

const PIECE = 16 * 1024 * 1024;
const PAUSES = [0, 1000, 3000, 5000, 10_000, 15_000, 30_000];
const ENDPOINT = "/api/uploads";

/** Uploads that this tab is sending: the same file a second time is an upload of its own. */
const active = new Set<string>();

function metadataOf(file: File, options: UploadOptions): Record<string, string> {
  const paper = isDocument(file.name);
  return { filename: file.name, kind: paper ? "document" : "recording", ...fieldsOf(paper ? { projectId: options.projectId } : options) };
}

/** What an unfinished upload is known by in this browser: the file, and what was asked to be made of it. */
const fingerprintOf = (file: File, metadata: Record<string, string>): string =>
  ["verbatim", file.size, file.lastModified, JSON.stringify(metadata)].join(":");

function reasonOf(error: Error | DetailedError): Error {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response || response.getStatus() === 0) return new ApiError(0, "unreachable", OFFLINE);
  let body: unknown;
  try {
    body = JSON.parse(response.getBody());
  } catch {
    body = undefined;
  }
  return toApiError(response.getStatus(), body);
}

async function resultOf(address: string): Promise<UploadResult> {
  const made = await unwrap(api.GET("/api/uploads/{upload_id}", { params: { path: { upload_id: address.split("/").pop() ?? "" } } }));
  return { id: made.result_id, duplicate_of: made.duplicate_of } as UploadResult;
}

/** Sends a file so that it can be broken off at any moment and gone on with: after a reload, by another tab, days later. */
export const sendResumable: Send = (file, options, onProgress) => {
  const metadata = metadataOf(file, options);
  const fingerprint = fingerprintOf(file, metadata);
  const alone = !active.has(fingerprint);
  active.add(fingerprint);
  const current: { upload?: Upload } = {};
  let isOver = false;
  let stop: (reason: Error) => void = () => {};

  const send = (address: string | null) =>
    new Promise<string>((resolve, reject) => {
      stop = reject;
      const sending = new Upload(file, {
        endpoint: ENDPOINT,
        uploadUrl: address,
        metadata,
        chunkSize: PIECE,
        retryDelays: PAUSES,
        fingerprint: () => Promise.resolve(fingerprint),
        storeFingerprintForResuming: alone,
        removeFingerprintOnSuccess: true,
        onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 1),
        onSuccess: () => resolve(sending.url ?? ""),
        onError: reject,
      });
      current.upload = sending;
      void (async () => {
        const [before] = alone && address === null ? await sending.findPreviousUploads() : [];
        if (before) sending.resumeFromPreviousUpload(before);
        if (!isOver) sending.start();
      })().catch(reject);
    });

  const done = (async () => {
    let address = options.address ?? null;
    for (;;) {
      try {
        return await resultOf(await send(address));
      } catch (error) {
        const reason = error instanceof DOMException || error instanceof ApiError ? error : reasonOf(error as Error);
        // Whoever is signed out meanwhile signs in again, and goes on where it was.
        if (isOver || !(reason instanceof ApiError) || reason.status !== 401 || !(await recoverSession())) throw reason;
        address = current.upload?.url ?? address;
      }
    }
  })().finally(() => active.delete(fingerprint));

  return {
    done,
    abort: (forGood = true) => {
      isOver = true;
      // What was not begun has no address to give up; a server that is away forgets it by itself in time.
      void current.upload?.abort(forGood && current.upload.url !== null).catch(() => {});
      stop(new DOMException("cancelled", "AbortError"));
    },
  };
};
