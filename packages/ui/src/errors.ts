import { known, t } from "./texts";
/** What the server refused, in its own words. `body` keeps what else it said (a conflict carries the current row). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "ApiError";
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sentence(detail: unknown, status: number): string {
  if (typeof detail === "string" && detail) return known(detail);
  if (Array.isArray(detail)) {
    const messages = detail.flatMap((entry: unknown) => (isRecord(entry) && typeof entry.msg === "string" ? [entry.msg] : []));
    if (messages.length > 0) return messages.join(". ");
  }
  if (status === 413) return t("That is larger than the server accepts.");
  if (status >= 500) return t("The server could not answer (status {status}). Try again in a moment.", { status });
  return t("The server refused the request (status {status}).", { status });
}

/** Turns any error body into an ApiError; never fails itself. */
export function toApiError(status: number, body: unknown): ApiError {
  const fields = isRecord(body) ? body : {};
  const code = typeof fields.code === "string" ? fields.code : "unknown";
  return new ApiError(status, code, sentence(fields.detail, status), fields);
}

export const OFFLINE = t("The server cannot be reached. Check that it is running and that you are connected.");

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  if (error instanceof TypeError) return OFFLINE;
  return error instanceof Error ? error.message : t("Something went wrong.");
}
