import { useState } from "react";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { waitOf, type NextStep } from "./api";
import { useCountdown } from "./useCountdown";

export interface StepState {
  pending: boolean;
  error: ApiError | null;
  /** The sentence about what went wrong; null while nothing did. */
  message: string | null;
  /** Seconds until the next try is let in. */
  wait: number;
  run: (step: () => Promise<NextStep>) => Promise<void>;
}

/** One step of signing in: sends it once, says what went wrong, and counts down while the server lets nobody try. */
export function useStep(onNext: (next: NextStep) => void): StepState {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [wait, startWaiting] = useCountdown();

  async function run(step: () => Promise<NextStep>) {
    if (pending || wait > 0) return;
    setPending(true);
    setFailure(null);
    try {
      onNext(await step());
    } catch (reason) {
      if (reason instanceof ApiError && reason.code === "setup_required") location.assign("/setup");
      setFailure(reason);
      const seconds = waitOf(reason);
      if (seconds !== null) startWaiting(seconds);
    } finally {
      setPending(false);
    }
  }

  const over = waitOf(failure) !== null && wait === 0;
  return { pending, wait, run, error: failure instanceof ApiError ? failure : null, message: failure === null || over ? null : messageOf(failure) };
}
