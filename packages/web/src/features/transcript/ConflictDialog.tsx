import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";

export interface Conflict {
  yours: string;
  current: string;
}

interface ConflictDialogProps {
  conflict: Conflict;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** Back to the editor, with what was typed. */
  onClose: () => void;
}

/** Somebody else changed the same segment first. Both texts are shown; neither is lost without a choice. */
export default function ConflictDialog({ conflict, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps) {
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Somebody changed this segment before you")}
      description={t("Choose which text stays, or close this and go on editing yours.")}
      footer={
        <>
          <Button onClick={onTakeTheirs}>{t("Take theirs")}</Button>
          <Button variant="primary" onClick={onKeepMine}>
            {t("Keep mine")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Version title={t("Yours")} text={conflict.yours} />
        <Version title={t("Current")} text={conflict.current} />
      </div>
    </Dialog>
  );
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 text-xs font-medium text-muted-foreground">{title}</h3>
      <p dir="auto" className="whitespace-pre-wrap rounded-lg border border-border bg-background p-3 leading-relaxed">{text}</p>
    </section>
  );
}
