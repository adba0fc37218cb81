import { ApiError, OFFLINE, toApiError } from "@verbatim/ui/errors";
import createClient from "openapi-fetch";
import type { components, paths } from "@/generated/api";

/** Typed by the server's OpenAPI. Calls go through `unwrap`, so that a failure is always thrown. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? "", fetch: (request) => fetch(request) });

export type Schemas = components["schemas"];

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
  return answer.data as T;
}
