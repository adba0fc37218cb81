import { Button } from "@verbatim/ui/button";
import { clock } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { StepState } from "./useStep";

/** Sends a step; while the server lets nobody try it says how long that lasts. */
export function SubmitButton({ step, children }: { step: StepState; children: string }) {
  const { wait } = step;
  return (
    <Button type="submit" variant="primary" size="lg" className="w-full" pending={step.pending} disabled={wait > 0}>
      {wait > 0 ? <span className="tabular-nums">{rich("Try again in {value}", { value: wait < 60 ? t("{wait} s", { wait }) : clock(wait) })}</span> : children}
    </Button>
  );
}
