import { cn } from "@verbatim/ui/cn";
import type { ReactNode } from "react";
import type { Info } from "@/lib/types";

/** How this installation is called and looks. Told before anything is drawn, and again only to a page that loads anew. */
export const look: Partial<Info["look"]> & { name: string } = { name: "Verbatim" };

/** Takes over what the server tells. */
export function wear(told: Info["look"] | undefined): void {
  if (!told || look.style === told.style) return;
  Object.assign(look, told);
  if (!told.style) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(told.style);
  document.adoptedStyleSheets.push(sheet);
}

export function Mark({ className }: { className?: string }) {
  if (look.logo) return <img src={look.logo} alt="" className={cn("rounded-md object-contain", className)} />;
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-brand" />
      <path d="M8 13v6M12 9.5v13M16 12v8M20 8v16M24 13v6" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}

/** The mark and the name. */
export function Brand({ size = "size-7" }: { size?: string }): ReactNode {
  return (
    <>
      <Mark className={cn("shrink-0", size)} />
      <span dir="auto" className="min-w-0 truncate">{look.name}</span>
    </>
  );
}
