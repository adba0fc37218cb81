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
  className?: string;
  children: ReactNode;
}

/** Title, one line of purpose, the primary action; then the content. */
export function Page({ title, name, purpose, actions, above, className, children }: PageProps) {
  useTitle(name ?? (typeof title === "string" ? title : null));
  return (
    <div className={cn("mx-auto w-full max-w-6xl px-4 pb-24 pt-6 sm:px-6 lg:px-8 lg:pt-8", className)}>
      {above}
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 dir="auto" className="text-[1.375rem] font-semibold leading-8 tracking-tight">{title}</h1>
          {purpose && <p className="mt-0.5 text-sm text-muted-foreground">{purpose}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
