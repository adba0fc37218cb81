import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";

/** Shown this once: each replaces the authenticator app one time. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [kept, setKept] = useState<"copied" | "downloaded" | null>(null);
  const [failed, setFailed] = useState(false);
  const file = t("Recovery codes for Verbatim on {host}\nEach works once.\n\n{codes}\n", { host: location.host, codes: codes.join("\n") });

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
        {rich("If you lose your phone, one of these lets you in. Keep them where you keep passwords: {strong}", { strong: <strong className="font-medium text-foreground">{t("they are shown only now.")}</strong> })}
      </p>
      <ol aria-label={t("Recovery codes")} className="grid gap-x-6 gap-y-1.5 rounded-xl border border-border bg-card p-4 font-mono text-[0.8125rem]">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          {kept === "copied" ? <Check aria-hidden="true" className="text-success" /> : <Copy aria-hidden="true" />}
          {kept === "copied" ? t("Copied") : t("Copy")}
        </Button>
        <Button asChild onClick={() => setKept("downloaded")}>
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download="verbatim-recovery-codes.txt">
            <Download aria-hidden="true" />
            {t("Download")}
          </a>
        </Button>
      </div>
      {failed && (
        <p role="alert" className="text-sm text-destructive">
          {t("The browser did not allow copying. Download the codes instead.")}
        </p>
      )}
      <Button variant="primary" size="lg" className="w-full" onClick={onDone}>
        {kept === null ? t("I have written them down") : t("Continue")}
      </Button>
    </div>
  );
}
