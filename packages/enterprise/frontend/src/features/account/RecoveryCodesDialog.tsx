import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { Copy, Download } from "lucide-react";
import { OnceDialog } from "@/components/OnceDialog";
import { copy } from "@/components/SecretField";
import { useTaken } from "@/components/taken";

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
  return (
    <OnceDialog several onClose={onClose} title={t("Keep these recovery codes")} description={t("Each replaces the second factor once, when the phone is lost. They are shown only now.")}>
      <Codes codes={codes} />
    </OnceDialog>
  );
}

function Codes({ codes }: { codes: string[] }) {
  const tellTaken = useTaken();
  const text = `${codes.join("\n")}\n`;
  async function take() {
    if (await copy(text)) tellTaken();
  }
  function save() {
    download(text);
    tellTaken();
  }
  return (
    <>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1.5 rounded-lg bg-muted p-4 font-mono text-xs sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => void take()}>
          <Copy aria-hidden="true" />
          {t("Copy all")}
        </Button>
        <Button onClick={save}>
          <Download aria-hidden="true" />
          {t("Download")}
        </Button>
      </div>
    </>
  );
}
