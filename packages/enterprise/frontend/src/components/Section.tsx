import { Card } from "@verbatim/ui/card";
import { cn } from "@verbatim/ui/cn";
import { useId, type ReactNode } from "react";

interface SectionProps {
  title: string;
  purpose?: ReactNode;
  actions?: ReactNode;
  /** The page's own heading or the tab says it already: the title is for those who hear the page. */
  untitled?: boolean;
  /** Lists bring their own padding. */
  flush?: boolean;
  children?: ReactNode;
}

/** One titled part of a page. */
export function Section({ title, purpose, actions, untitled, flush, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 pb-4 pt-5">
          <div className={cn("min-w-0", untitled && "self-center")}>
            <h2 dir="auto" id={id} className={untitled ? "sr-only" : "text-[0.9375rem] font-semibold"}>
              {title}
            </h2>
            {purpose && <p className="mt-0.5 text-sm text-muted-foreground">{purpose}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {children && <div className={cn(!flush && "px-5 pb-5")}>{children}</div>}
      </Card>
    </section>
  );
}
