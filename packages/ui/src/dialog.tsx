import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { usePortalPlace } from "./portal";
import { t } from "./texts";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  /** At the right edge, from top to bottom: for looking at one thing of a list. */
  drawer?: boolean;
  /** Called instead of closing when somebody presses Escape, clicks outside or on the cross. */
  onDismiss?: () => void;
  children?: ReactNode;
}

export const overlayClass = "fixed inset-0 z-50 animate-fade bg-[hsl(var(--shadow-color)/0.45)]";

/** Somebody who looks at a thing begins with the whole of it, not with its first button. */
function focusWhole(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

/** A modal with a title; focus moves in, is kept, and goes back to where it was. */
export function Dialog({ open, onOpenChange, title, description, footer, wide, drawer, onDismiss, children }: DialogProps) {
  const place = usePortalPlace();
  return (
    <Radix.Root open={open} onOpenChange={onDismiss ? (next) => !next && onDismiss() : onOpenChange}>
      <Radix.Portal container={place}>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={drawer ? focusWhole : undefined}
          className={cn(
            "fixed z-50 flex animate-in flex-col border-border bg-card text-card-foreground shadow-pop focus:outline-none",
            drawer
              ? "inset-y-0 right-0 w-full max-w-xl border-l"
              : "left-1/2 top-1/2 max-h-[min(90dvh,52rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 rounded-xl border",
            !drawer && (wide ? "max-w-3xl" : "max-w-md"),
          )}
        >
          <div className="flex flex-col gap-1.5 pl-5 pr-14 pt-5">
            <Radix.Title className="text-base font-semibold leading-6">{title}</Radix.Title>
            {description && <Radix.Description className="text-sm leading-relaxed text-muted-foreground">{description}</Radix.Description>}
          </div>
          <div className={cn("overflow-y-auto px-5 py-4", drawer && "flex-1")}>{children}</div>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-border px-5 py-3.5">{footer}</div>}
          {/* Last, so that the focus begins in the content. */}
          <Radix.Close asChild>
            <Button variant="subtle" size="icon-sm" aria-label={t("Close")} className="absolute right-3 top-4">
              <X aria-hidden="true" />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
