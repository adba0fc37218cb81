import { ApiError, OFFLINE, toApiError } from "@verbatim/ui/errors";
import { tellSignedOut } from "@/lib/session";
import { forgetWanted } from "@/lib/wanted";

/*
 * The few routes of whatever plugin signs people in, as docs/guides/plugins.md describes them. They are not in the core's own
 * OpenAPI, so their answers are checked here.
 */

/** What comes after a step of signing in. A token of null means that a cookie carries it. */
export type NextStep = { kind: "done" } | { kind: "code"; token: string | null } | { kind: "enrol"; token: string | null } | { kind: "codes"; codes: readonly string[] };

export interface Enrolment {
  secret: string;
  qrSvg: string;
}

type Fields = Record<string, unknown>;

async function post(path: string, body: object): Promise<Fields> {
  let answer: Response;
  try {
    answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    throw new ApiError(0, "unreachable", OFFLINE);
  }
  const fields = ((await answer.json().catch(() => null)) ?? {}) as Fields;
  if (!answer.ok) throw toApiError(answer.status, { retry_after: Number(answer.headers.get("Retry-After")) || undefined, ...fields });
  return fields;
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : []);

function nextStep(answer: Fields): NextStep {
  const codes = texts(answer.recovery_codes);
  if (codes.length > 0) return { kind: "codes", codes };
  if (answer.mfa_required !== true) return { kind: "done" };
  return { kind: answer.mfa_setup === true ? "enrol" : "code", token: typeof answer.mfa_token === "string" ? answer.mfa_token : null };
}

export const signIn = async (username: string, password: string): Promise<NextStep> => nextStep(await post("/api/auth/login", { username, password }));

export const sendCode = async (code: string, token: string | null): Promise<NextStep> => nextStep(await post("/api/auth/mfa", { code, mfa_token: token }));

export async function beginEnrolment(token: string | null): Promise<Enrolment> {
  const answer = await post("/api/auth/mfa/setup", { mfa_token: token });
  return { secret: String(answer.secret ?? ""), qrSvg: String(answer.qr_svg ?? "") };
}

/** Ends the session; the page is drawn anew, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await post("/api/auth/logout", {});
  forgetWanted();
  tellSignedOut();
  location.assign("/");
}

/** How long to wait before the next try, in seconds; null when that is not the trouble. */
export function waitOf(error: unknown): number | null {
  if (!(error instanceof ApiError) || (error.status !== 429 && error.status !== 503)) return null;
  const seconds = Number(error.body.retry_after);
  return seconds > 0 ? Math.ceil(seconds) : 5;
}
