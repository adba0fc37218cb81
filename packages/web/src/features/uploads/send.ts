import { ApiError, OFFLINE, toApiError } from "@verbatim/ui/errors";
import { recoverSession } from "@/lib/session";
import type { TranscriptionOptions, UploadResult } from "@/lib/types";

export interface UploadOptions {
  projectId?: string;
  /** How it shall be transcribed, where somebody chose. */
  choices?: TranscriptionOptions;
  /** Which tracks and channels are listened to. */
  sound?: string;
  /** It is stored, and transcribed when somebody asks for it. */
  storeOnly?: boolean;
  /** It is sent although the same bytes are there already. */
  again?: boolean;
  /** The unfinished upload that this file goes on with. */
  address?: string;
}

/** From this size on a file is sent so that it can be gone on with. */
export const RESUMABLE_BYTES = 16 * 1024 * 1024;

export const isResumable = (file: File): boolean => file.size >= RESUMABLE_BYTES;

const PAPER = new Set("pdf docx docm dotx pptx pptm xlsx xlsm odt rtf html htm xhtml txt text log md markdown csv tsv eml".split(" "));

/** Files that are read, not listened to; their names tell, and the server looks at their bytes. */
export const isDocument = (name: string): boolean => PAPER.has(name.split(".").pop()?.toLowerCase() ?? "");

export interface Sending {
  done: Promise<UploadResult>;
  /** Ends it; unless that is `forGood`, what can be gone on with stays. */
  abort: (forGood?: boolean) => void;
}

export type Send = (file: File, options: UploadOptions, onProgress: (fraction: number) => void) => Sending;

/** What is said with a file, by the names of the form. */
export function fieldsOf({ projectId, choices, sound, storeOnly }: UploadOptions): Record<string, string> {
  const fields: Record<string, string> = {};
  if (projectId) fields.project_id = projectId;
  if (choices && Object.keys(choices).length > 0) fields.options = JSON.stringify(choices);
  if (sound) fields.sound = sound;
  if (storeOnly) fields.transcribe = "false";
  return fields;
}

function formOf(file: File, options: UploadOptions): FormData {
  const form = new FormData();
  // Small fields first: the server reads the body as it comes.
  for (const [name, value] of Object.entries(fieldsOf(options))) form.set(name, value);
  form.set("file", file, file.name);
  return form;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
const sendOnce: Send = (file, options, onProgress) => {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadResult>((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const body: unknown = request.response;
      if (request.status >= 200 && request.status < 300) resolve(body as UploadResult);
      else reject(toApiError(request.status, body));
    });
    request.addEventListener("error", () => reject(new Error(OFFLINE)));
    request.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
    const paper = isDocument(file.name);
    request.open("POST", paper ? "/api/documents" : "/api/recordings/upload");
    request.responseType = "json";
    request.send(formOf(file, paper ? { projectId: options.projectId } : options));
  });
  return { done, abort: () => request.abort() };
};

/** Whoever is signed out meanwhile signs in again, and the file is sent once more. */
const sendWhole: Send = (file, options, onProgress) => {
  let current = sendOnce(file, options, onProgress);
  let isAborted = false;
  const done = current.done.catch(async (reason: unknown) => {
    if (!(reason instanceof ApiError) || reason.status !== 401 || !(await recoverSession()) || isAborted) throw reason;
    current = sendOnce(file, options, onProgress);
    return current.done;
  });
  return {
    done,
    abort: () => {
      isAborted = true;
      current.abort();
    },
  };
};

/** Large files in pieces, by code that is fetched with the first of them; an upload that is unfinished always. */
const sendInPieces: Send = (file, options, onProgress) => {
  let current: Sending | null = null;
  let isOver = false;
  const done = (async () => {
    const { sendResumable } = await import("./resumable");
    if (isOver) throw new DOMException("cancelled", "AbortError");
    current = sendResumable(file, options, onProgress);
    return current.done;
  })();
  return {
    done,
    abort: (forGood = true) => {
      isOver = true;
      current?.abort(forGood);
    },
  };
};

export const sendFile: Send = (file, options, onProgress) =>
  (isResumable(file) || options.address ? sendInPieces : sendWhole)(file, options, onProgress);
