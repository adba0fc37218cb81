import { useId, type ReactNode } from "react";

/** One titled part beside a transcript, as the host's own are. */
export function SidePart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2.5 py-4 text-sm">
      <h2 dir="auto" id={id} className="text-[0.8125rem] font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
