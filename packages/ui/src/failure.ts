/* Why a part of the page could not be fetched, and when it is worth another try. */

/** `away`: nobody answers. `outdated`: the server has other files than this page was made with. `broken`: the part itself is at fault. */
export type Reason = "away" | "outdated" | "broken";

const NOT_FETCHED = /dynamically imported module|module script|preload CSS|Loading chunk/i;

/** Whether an error says that code could not be fetched, in the words of any browser. */
export const isFetchFailure = (error: unknown): boolean => error instanceof Error && NOT_FETCHED.test(error.message);

/** The address that could not be fetched; Safari does not tell it. */
export function addressIn(error: unknown): string | null {
  return error instanceof Error ? (/https?:\/\/\S+/.exec(error.message)?.[0] ?? null) : null;
}

async function answers(url: string, method = "GET"): Promise<number> {
  try {
    return (await fetch(url, { method, cache: "no-store" })).status;
  } catch {
    return 0;
  }
}

const HEALTH = "/api/health";
const NOT_FOUND = 404;
const SERVER_IN_TROUBLE = 500;

/** Whether the server answers at all. */
export async function isReachable(): Promise<boolean> {
  const status = await answers(HEALTH);
  return status > 0 && status < SERVER_IN_TROUBLE;
}

/** Asks the server why something could not be fetched. */
export async function reasonFor(error: unknown): Promise<Reason> {
  if (!isFetchFailure(error)) return "broken";
  if (!(await isReachable())) return "away";
  const address = addressIn(error);
  return address !== null && (await answers(address, "HEAD")) === NOT_FOUND ? "outdated" : "away";
}

const LOOK_EVERY_MS = 3000;

/** Tells, once, when the server answers again. Returns how to stop looking. */
export function whenReachable(tell: () => void): () => void {
  let stopped = false;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const isThere = await isReachable();
    looking = false;
    if (stopped || !isThere) return;
    stop();
    tell();
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  const soon = () => void look();
  globalThis.addEventListener("online", soon);
  function stop() {
    stopped = true;
    clearInterval(timer);
    globalThis.removeEventListener("online", soon);
  }
  return stop;
}
