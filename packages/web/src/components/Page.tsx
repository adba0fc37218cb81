import { cn } from "@verbatim/ui/cn";
import { useEffect, type ReactNode } from "react";
import { look } from "./Brand";

export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${look.name}` : look.name;
  }, [title]);
}

interface PageProps {
  title: ReactNode;
  /** The document's title, when `title` is not plain text. */
  name?: string;
  purpose?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
  /** For reading and forms, which long lines make hard to follow. The left edge stays where it is on every page. */
  narrow?: boolean;
  className?: string;
  children: ReactNode;
}

/** Title, one line of purpose, the primary action; then the content. */
export function Page({ title, name, purpose, actions, above, narrow, className, children }: PageProps) {
  useTitle(name ?? (typeof title === "string" ? title : null));
  return (
    <div className={cn("mx-auto w-full max-w-7xl px-4 pb-24 pt-4 sm:px-6 sm:pt-6 lg:px-8 lg:pt-8", className)}>
      <div className={narrow ? "max-w-4xl" : undefined}>
        {above}
        <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-0.5 sm:mb-6 sm:gap-x-6">
          <h1 dir="auto" className="min-w-0 flex-1 basis-48 text-[1.375rem] font-semibold leading-8 tracking-tight wrap-anywhere">
            {title}
          </h1>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
          {purpose && <p className="basis-full text-sm text-muted-foreground">{purpose}</p>}
        </header>
        {children}
      </div>
    </div>
  );
}
