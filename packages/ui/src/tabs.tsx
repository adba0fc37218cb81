import { useEffect, useRef, type ReactNode } from "react";
import { cn } from "./cn";

/**
 * Tabs whose state is the address: each is a link, the current one says so.
 * `linkClass` is for the router's own link element.
 */
export function LinkTabs({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLElement>(null);
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (!row.current || !current || current === shown.current) return;
    shown.current = current;
    // Sideways alone: the page stays where somebody has scrolled it.
    row.current.scrollLeft = current.offsetLeft - (row.current.clientWidth - current.offsetWidth) / 2;
  });
  return (
    <nav ref={row} aria-label={label} className="more-aside relative flex sm:gap-1 overflow-x-auto border-b border-border">
      {children}
    </nav>
  );
}

export function tabLinkClass(current: boolean): string {
  return cn(
    "-mb-px whitespace-nowrap border-b-2 px-2.5 py-2.5 sm:px-3 text-sm font-medium transition-colors -outline-offset-2",
    current ? "border-primary text-foreground" : "border-transparent text-muted-foreground hover:text-foreground",
  );
}
