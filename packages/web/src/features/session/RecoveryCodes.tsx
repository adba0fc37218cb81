import { Button } from "@verbatim/ui/button";
import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";

/** Shown this once: each replaces the authenticator app one time. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [kept, setKept] = useState<"copied" | "downloaded" | null>(null);
  const [failed, setFailed] = useState(false);
  const file = `Recovery codes for Verbatim on ${location.host}\nEach works once.\n\n${codes.join("\n")}\n`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      setKept("copied");
    } catch {
      setFailed(true);
    }
  }

  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm leading-relaxed text-muted-foreground">
        If you lose your phone, one of these lets you in. Keep them where you keep passwords: <strong className="font-medium text-foreground">they are shown only now.</strong>
      </p>
      <ol aria-label="Recovery codes" className="grid gap-x-6 gap-y-1.5 rounded-xl border border-border bg-card p-4 font-mono text-[0.8125rem]">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          {kept === "copied" ? <Check aria-hidden="true" className="text-success" /> : <Copy aria-hidden="true" />}
          {kept === "copied" ? "Copied" : "Copy"}
        </Button>
        <Button asChild onClick={() => setKept("downloaded")}>
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download="verbatim-recovery-codes.txt">
            <Download aria-hidden="true" />
            Download
          </a>
        </Button>
      </div>
      {failed && (
        <p role="alert" className="text-sm text-destructive">
          The browser did not allow copying. Download the codes instead.
        </p>
      )}
      <Button variant="primary" size="lg" className="w-full" onClick={onDone}>
        {kept === null ? "I have written them down" : "Continue"}
      </Button>
    </div>
  );
}
