import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { t } from "./texts";

function Title({ whole, children }: { whole?: boolean; children: string }) {
  const look = "text-base font-semibold";
  return whole ? <h1 className={look}>{children}</h1> : <p className={look}>{children}</p>;
}

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** Of a whole page the title is its heading. */
  whole?: boolean;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon, title, whole, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      {icon && <div className="mb-4 flex size-12 items-center justify-center rounded-full bg-accent text-accent-foreground [&_svg]:size-5.5">{icon}</div>}
      <Title whole={whole}>{title}</Title>
      {children && <div className="mt-1.5 max-w-md text-sm leading-relaxed text-muted-foreground">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  title?: string;
  whole?: boolean;
  /** The server's own sentence. */
  message: string;
  onRetry?: () => void;
  className?: string;
}

export function ErrorState({ title = t("This could not be loaded"), whole, message, onRetry, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      <div className="mb-4 flex size-12 items-center justify-center rounded-full bg-destructive/12 text-destructive">
        <CircleAlert aria-hidden="true" className="size-5.5" />
      </div>
      <Title whole={whole}>{title}</Title>
      <p className="mt-1.5 max-w-md text-sm leading-relaxed text-muted-foreground">{message}</p>
      {onRetry && (
        <Button className="mt-5" onClick={onRetry}>
          {t("Try again")}
        </Button>
      )}
    </div>
  );
}
