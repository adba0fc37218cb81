import { IconButton } from "./icon-button";
import { t } from "./texts";
import { Check, Copy } from "lucide-react";
import { useState } from "react";

/** An identifier: monospace, its middle left out, copied whole with one click. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const short = text.length > 20 ? `${text.slice(0, 6)}…${text.slice(-6)}` : text;

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }

  return (
    <span className="inline-flex items-center gap-1">
      <code title={text} className="font-mono text-xs">
        {short}
      </code>
      <IconButton label={copied ? t("Copied") : t("Copy {label}", { label })} className="-my-1 size-7!" onClick={() => void copy()}>
        {copied ? <Check aria-hidden="true" className="text-success" /> : <Copy aria-hidden="true" />}
      </IconButton>
    </span>
  );
}
