import { Button } from "@verbatim/ui/button";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { beginEnrolment, type Enrolment, type NextStep } from "./api";
import { CodeStep } from "./CodeStep";

interface EnrolStepProps {
  token: string | null;
  onNext: (next: NextStep) => void;
  onBack: () => void;
}

/** Sets up a second factor in the middle of signing in, where the server insists on one. */
export function EnrolStep({ token, onNext, onBack }: EnrolStepProps) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    beginEnrolment(token).then(
      (begun) => !isGone && setEnrolment(begun),
      (reason: unknown) => !isGone && setError(messageOf(reason)),
    );
    return () => {
      isGone = true;
    };
  }, [token]);

  if (error !== null) {
    return (
      <div className="flex flex-col items-start gap-4">
        <Notice tone="danger" className="w-full">
          {error}
        </Notice>
        <Button onClick={onBack}>{t("Begin again")}</Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-4">
        <p className="text-sm leading-relaxed text-muted-foreground">{t("Scan this with an authenticator app, such as the one of your password manager, then type the code it shows.")}</p>
        <div className="flex flex-wrap items-center gap-5 rounded-xl border border-border bg-card p-4">
          {enrolment ? (
            // Black on white in both themes: cameras want the contrast.
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`} alt={t("QR code for the authenticator app")} className="size-40 rounded-lg bg-white p-1" />
          ) : (
            <Skeleton className="size-40 rounded-lg" />
          )}
          <div className="min-w-32 flex-1 text-[0.8125rem] leading-relaxed text-muted-foreground">
            <p>{t("No camera? Type this key into the app instead:")}</p>
            {enrolment && <Secret text={enrolment.secret} />}
          </div>
        </div>
      </div>
      <CodeStep isSetup token={token} onNext={onNext} onBack={onBack} />
    </div>
  );
}

/** In groups of four, because it may be typed from the screen. */
function Secret({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <p className="mt-2 flex flex-col items-start gap-2">
      <code className="font-mono text-xs leading-5 text-foreground">{text.match(/.{1,4}/g)?.join(" ")}</code>
      <Button size="sm" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {copied ? <Check aria-hidden="true" className="text-success" /> : <Copy aria-hidden="true" />}
        {copied ? t("Copied") : t("Copy the key")}
      </Button>
    </p>
  );
}
