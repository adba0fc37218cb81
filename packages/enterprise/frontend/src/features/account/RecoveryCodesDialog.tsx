import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { Dialog } from "@verbatim/ui/dialog";
import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { copy } from "@/components/SecretField";

function download(text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "verbatim-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(address);
}

/** Shown once: the dialog closes when they are kept. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const [kept, setKept] = useState(false);
  const text = `${codes.join("\n")}\n`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && kept && onClose()}
      title="Keep these recovery codes"
      description="Each replaces the second factor once, when the phone is lost. They are shown only now."
      footer={
        <Button variant="primary" disabled={!kept} onClick={onClose}>
          Done
        </Button>
      }
    >
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1.5 rounded-lg bg-muted p-4 font-mono text-xs sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => void copy(text)}>
          <Copy aria-hidden="true" />
          Copy all
        </Button>
        <Button onClick={() => download(text)}>
          <Download aria-hidden="true" />
          Download
        </Button>
      </div>
      <div className="mt-4 flex items-center gap-3 text-sm">
        <Checkbox label="I have kept them in a safe place" checked={kept} onCheckedChange={setKept} />
        <span aria-hidden="true">I have kept them in a safe place</span>
      </div>
    </Dialog>
  );
}
