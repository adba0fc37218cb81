import type { ReactNode } from "react";
import { cn } from "./cn";

/**
 * Tabs whose state is the address: each is a link, the current one says so.
 * `linkClass` is for the router's own link element.
 */
export function LinkTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-b border-border">
      {children}
    </nav>
  );
}

export function tabLinkClass(current: boolean): string {
  return cn(
    "-mb-px whitespace-nowrap border-b-2 px-3 py-2.5 text-sm font-medium transition-colors -outline-offset-2",
    current ? "border-primary text-foreground" : "border-transparent text-muted-foreground hover:text-foreground",
  );
}
