import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const tones = {
  danger: { look: "bg-destructive/10 text-destructive", icon: CircleAlert },
  info: { look: "bg-accent text-accent-foreground", icon: Info },
  success: { look: "bg-success/12 text-success", icon: CircleCheck },
} as const;

interface NoticeProps {
  tone?: keyof typeof tones;
  className?: string;
  children: ReactNode;
}

/** One sentence about the whole of a form. What went wrong is announced at once. */
export function Notice({ tone = "info", className, children }: NoticeProps) {
  const { look, icon: Icon } = tones[tone];
  return (
    <div role={tone === "danger" ? "alert" : "status"} className={cn("flex animate-fade items-start gap-2.5 rounded-lg px-3.5 py-3 text-sm leading-5", look, className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
