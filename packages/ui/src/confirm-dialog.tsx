import * as Radix from "radix-ui/alert-dialog";
import { useState, type ReactNode } from "react";
import { Button } from "./button";
import { overlayClass } from "./dialog";
import { usePortalPlace } from "./portal";
import { t } from "./texts";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, in words that name the consequence. */
  description: ReactNode;
  confirmLabel: string;
  destructive?: boolean;
  /** False while there is nothing to confirm yet. */
  ready?: boolean;
  /** The dialog stays open while the promise runs, and shows the message of what it throws. */
  onConfirm: () => Promise<unknown>;
  children?: ReactNode;
}

export function ConfirmDialog({ open, onOpenChange, title, description, confirmLabel, destructive = true, ready = true, onConfirm, children }: ConfirmDialogProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function confirm() {
    setPending(true);
    setError(null);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : t("That did not work."));
    } finally {
      setPending(false);
    }
  }

  const place = usePortalPlace();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal container={place}>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content className="fixed left-1/2 top-1/2 z-50 flex w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 animate-in flex-col gap-3 rounded-xl border border-border bg-card p-5 text-card-foreground shadow-pop focus:outline-none">
          <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
          <Radix.Description className="text-sm leading-relaxed text-muted-foreground">{description}</Radix.Description>
          {children}
          {error && (
            <p role="alert" className="text-sm text-destructive">
              {error}
            </p>
          )}
          <div className="mt-2 flex justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{t("Cancel")}</Button>
            </Radix.Cancel>
            <Button variant={destructive ? "destructive" : "primary"} pending={pending} disabled={!ready} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
