import createClient from "openapi-fetch";
import type { paths } from "@/generated/api";
import { ApiError, OFFLINE, toApiError } from "@verbatim/ui/errors";
import { recoverSession } from "./session";

/**
 * Whoever is signed out in the middle of something signs in again, and what was asked is asked again: nothing that was refused
 * with 401 has happened, so repeating it is safe, and the button that was pressed just takes a little longer.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await fetch(request);
  return answer.status === 401 && (await recoverSession()) ? fetch(again) : answer;
}

/** Typed by the server's OpenAPI. Calls go through `unwrap`, so that a failure is always thrown. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's data, or an ApiError. */
export async function unwrap<T>(pending: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await pending;
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    throw new ApiError(0, "unreachable", OFFLINE);
  }
  if (!answer.response.ok) throw toApiError(answer.response.status, answer.error);
  // A 2xx without a body is `undefined`, which is what T is then.
  return answer.data as T;
}
