import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";
import { useState, type ReactNode } from "react";
import { TakenPlace } from "./taken";

interface OnceDialogProps {
  title: string;
  description: ReactNode;
  /** Not one thing but several. */
  several?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * Shows what cannot be shown again. Whoever dismisses it with a key or a click before it was copied or saved is asked, because a
 * secret that nobody has is worse than one question more.
 */
export function OnceDialog({ title, description, several, onClose, children }: OnceDialogProps) {
  const [taken, setTaken] = useState(false);
  const [asking, setAsking] = useState(false);
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      onDismiss={() => (taken ? onClose() : setAsking(true))}
      title={title}
      description={description}
      footer={
        asking && !taken ? (
          <>
            <p role="alert" className="mr-auto self-center text-sm font-medium">
              {t("Close without copying? It cannot be shown again.")}
            </p>
            <Button onClick={() => setAsking(false)}>{t("Stay")}</Button>
            <Button variant="destructive" onClick={onClose}>
              {t("Close without it")}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {several ? t("I have kept them") : t("I have copied it")}
          </Button>
        )
      }
    >
      <TakenPlace value={() => setTaken(true)}>
        {/* Marked and copied by hand counts too: a page without TLS has no other way. */}
        <div onCopy={() => setTaken(true)}>{children}</div>
      </TakenPlace>
    </Dialog>
  );
}
