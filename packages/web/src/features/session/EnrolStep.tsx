import { Button } from "@verbatim/ui/button";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { useEffect, useState } from "react";
import { CopyText } from "@verbatim/ui/copy-text";
import { messageOf } from "@verbatim/ui/errors";
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
        <Button onClick={onBack}>Begin again</Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-4">
        <p className="text-sm leading-relaxed text-muted-foreground">Scan this with an authenticator app, such as the one of your password manager, then type the code it shows.</p>
        <div className="flex flex-wrap items-center gap-5 rounded-xl border border-border bg-card p-4">
          {enrolment ? (
            // Black on white in both themes: cameras want the contrast.
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`} alt="QR code for the authenticator app" className="size-40 rounded-lg bg-white p-1" />
          ) : (
            <Skeleton className="size-40 rounded-lg" />
          )}
          <div className="min-w-32 flex-1 text-[0.8125rem] leading-relaxed text-muted-foreground">
            <p>No camera? Type this key into the app instead:</p>
            <p className="mt-2 text-foreground">{enrolment && <CopyText text={enrolment.secret} label="the key" />}</p>
          </div>
        </div>
      </div>
      <CodeStep isSetup token={token} onNext={onNext} onBack={onBack} />
    </div>
  );
}
