import type { ReactNode } from "react";

/** One titled part of a side panel. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-border py-4 first:pt-0 last:border-0">
      <h2 dir="auto" className="mb-2.5 text-[0.8125rem] font-semibold">{title}</h2>
      {children}
    </section>
  );
}
