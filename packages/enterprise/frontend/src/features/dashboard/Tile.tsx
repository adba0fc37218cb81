import { Badge } from "@verbatim/ui/badge";
import { Card } from "@verbatim/ui/card";
import { cn } from "@verbatim/ui/cn";
import type { ReactNode } from "react";
import { AppLink } from "@/components/AppLink";
import { STATUS } from "./findings";

export interface TileState {
  status: "warning" | "failed";
  /** Why, in a sentence. */
  cause: string;
  /** What the link says that leads to where it is mended. */
  mend: string;
  href: string;
}

interface TileProps {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  href: string;
  state?: TileState | null;
}

/** One figure with where it comes from; amber or red with the cause and the way to mend it. */
export function Tile({ label, value, note, href, state }: TileProps) {
  return (
    <Card className={cn("flex min-w-0 flex-col gap-1 p-4", state?.status === "failed" && "border-destructive", state?.status === "warning" && "border-warning")}>
      <div className="flex flex-wrap items-start justify-between gap-x-2">
        <h3 className="text-[0.8125rem] font-medium text-muted-foreground">
          <AppLink href={href} className="underline-offset-4 hover:underline">
            {label}
          </AppLink>
        </h3>
        {state && <Badge tone={STATUS[state.status]?.tone}>{STATUS[state.status]?.label}</Badge>}
      </div>
      <p className="text-xl font-semibold tabular-nums">{value}</p>
      {note && <p className="text-[0.8125rem] text-muted-foreground">{note}</p>}
      {state && (
        <p className="mt-1 text-[0.8125rem]">
          <span className="break-words">{state.cause}</span>{" "}
          <AppLink href={state.href} className="font-medium text-primary underline underline-offset-4">
            {state.mend}
          </AppLink>
        </p>
      )}
    </Card>
  );
}
