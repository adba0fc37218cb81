import { Button } from "@verbatim/ui/button";
import { clock } from "@verbatim/ui/format";
import type { StepState } from "./useStep";

/** Sends a step; while the server lets nobody try it says how long that lasts. */
export function SubmitButton({ step, children }: { step: StepState; children: string }) {
  const { wait } = step;
  return (
    <Button type="submit" variant="primary" size="lg" className="w-full" pending={step.pending} disabled={wait > 0}>
      {wait > 0 ? <span className="tabular-nums">Try again in {wait < 60 ? `${wait} s` : clock(wait)}</span> : children}
    </Button>
  );
}
