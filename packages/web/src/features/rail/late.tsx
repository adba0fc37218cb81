import { late, type Late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import type { ComponentType } from "react";
import type { PanelProps } from "./registry";

/** A panel whose code is fetched when somebody opens it. */
export function latePanel(load: () => Promise<{ default: ComponentType<PanelProps> }>): Late<PanelProps> {
  return late(load, {
    pending: <Skeleton className="h-40 rounded-lg" />,
    failed: ({ message, retry }) => <ErrorState message={message} onRetry={retry} />,
  });
}
