import { ApiError, OFFLINE, toApiError } from "@verbatim/ui/errors";
import { wouldLoseWork } from "./leaving";
import type { Info } from "./types";

/*
 * Who this page was drawn for, and what happens when that changes. The session itself is in cookies no script sees; the server
 * says in /api/info whom they stand for. Tabs tell each other when somebody signs in or out.
 */

/** `lost`: somebody is at work here, and the server does not know them any more. Their work stays while they sign in again. */
export type SessionState = "fine" | "lost";

interface Drawn {
  user: string;
  owner: string | null;
}

type TabMessage = "in" | "out";

let drawnFor: Drawn | null = null;
let state: SessionState = "fine";
let waiting: (() => void)[] = [];
let checking: Promise<void> | null = null;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("verbatim-session");

function become(next: SessionState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export const sessionState = (): SessionState => state;

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function fetchInfo(signal?: AbortSignal): Promise<Info> {
  let answer: Response;
  try {
    answer = await fetch("/api/info", { signal: signal ?? null });
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    throw new ApiError(0, "unreachable", OFFLINE);
  }
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw toApiError(answer.status, body);
  return body as Info;
}

/** Whose pages these are: the id of the account, or nothing where there is no signing in. */
export const drawnForUser = (): string => drawnFor?.user ?? "";

/** The same, with the team whose things they show. */
export const drawnForPlace = (): string => [drawnFor?.user, drawnFor?.owner].filter(Boolean).join(".");

/** Whether the page may go on with what the server says now. */
function accept(info: Info): boolean {
  const now = info.user ? { user: info.user.id, owner: info.user.owner } : null;
  if (drawnFor === null) {
    if (info.auth.required) drawnFor = now;
    return true;
  }
  if (now === null) {
    become("lost");
    return false;
  }
  if (now.user !== drawnFor.user || now.owner !== drawnFor.owner) {
    location.reload();
    return false;
  }
  become("fine");
  const released = waiting;
  waiting = [];
  for (const go of released) go();
  return true;
}

const signedInAgain = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

/** What this server is and allows. While somebody who was at work is signed out it waits, and what was known stays. */
export async function readInfo(signal?: AbortSignal): Promise<Info> {
  for (;;) {
    const info = await fetchInfo(signal);
    if (accept(info)) return info;
    await signedInAgain();
  }
}

/** Looks whether the session still stands. Several askers share one look; a server that cannot be reached says nothing. */
export function checkSession(): Promise<void> {
  if (drawnFor === null) return Promise.resolve();
  checking ??= fetchInfo()
    .then(accept)
    .then(
      () => undefined,
      () => undefined,
    )
    .finally(() => {
      checking = null;
    });
  return checking;
}

/** After an answer 401: true when it is worth asking again, as soon as somebody has signed in. False when nobody was. */
export async function recoverSession(): Promise<boolean> {
  if (drawnFor === null) return false;
  await checkSession();
  if (state === "lost") await signedInAgain();
  return true;
}

/** Here somebody has just signed in. */
export function tellSignedIn(): void {
  channel?.postMessage("in" satisfies TabMessage);
}

/** Here somebody has just signed out on purpose: the other tabs follow. */
export function tellSignedOut(): void {
  channel?.postMessage("out" satisfies TabMessage);
}

/** Follows the other tabs, and looks again whenever somebody comes back to this one. `refresh` reads everything anew. */
export function startSession(refresh: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const look = () => (drawnFor === null ? refresh() : void checkSession());
  const hear = ({ data }: MessageEvent<TabMessage>) => {
    if (data === "in" || drawnFor === null) look();
    else if (wouldLoseWork()) become("lost");
    else location.reload();
  };
  const comeBack = () => {
    if (document.visibilityState === "visible" && state === "lost") look();
  };
  channel?.addEventListener("message", hear, { signal });
  document.addEventListener("visibilitychange", comeBack, { signal });
  return () => stop.abort();
}

/** For tests: as if the page had just been opened. */
export function forgetSession(): void {
  drawnFor = null;
  waiting = [];
  become("fine");
}
