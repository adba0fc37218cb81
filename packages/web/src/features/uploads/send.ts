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
}

const PAPER = new Set("pdf docx docm dotx pptx pptm xlsx xlsm odt rtf html htm xhtml txt text log md markdown csv tsv eml".split(" "));

/** Files that are read, not listened to; their names tell, and the server looks at their bytes. */
export const isDocument = (name: string): boolean => PAPER.has(name.split(".").pop()?.toLowerCase() ?? "");

export interface Sending {
  done: Promise<UploadResult>;
  abort: () => void;
}

export type Send = (file: File, options: UploadOptions, onProgress: (fraction: number) => void) => Sending;

function formOf(file: File, { projectId, choices, sound, storeOnly }: UploadOptions): FormData {
  const form = new FormData();
  // Small fields first: the server reads the body as it comes.
  if (projectId) form.set("project_id", projectId);
  if (choices && Object.keys(choices).length > 0) form.set("options", JSON.stringify(choices));
  if (sound) form.set("sound", sound);
  if (storeOnly) form.set("transcribe", "false");
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
export const sendFile: Send = (file, options, onProgress) => {
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
