import * as Radix from "radix-ui/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { usePortalPlace } from "./portal";

interface PopoverProps {
  trigger: ReactElement;
  /** The accessible name of what opens. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "end" | "center";
  className?: string;
  children: ReactNode;
}

export function Popover({ trigger, label, open, onOpenChange, align = "start", className, children }: PopoverProps) {
  const place = usePortalPlace();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={place}>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            "z-50 max-w-[calc(100vw-1rem)] animate-in rounded-lg border border-border bg-card p-3 text-card-foreground shadow-pop focus:outline-none",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
