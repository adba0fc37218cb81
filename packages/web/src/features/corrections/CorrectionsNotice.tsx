import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { plural, t } from "@verbatim/ui/texts";
import { useState } from "react";
import { useBeside } from "@/lib/media";
import { writePref } from "@/lib/prefs";
import type { Transcript } from "@/lib/types";
import { correctionsQuery } from "./api";
import { Corrections } from "./Corrections";

interface CorrectionsNoticeProps {
  transcript: Transcript;
  goTo: (seconds: number) => void;
}

/** Above the text, as long as something waits for a decision. Where there is no room beside the text they open here. */
export default function CorrectionsNotice({ transcript, goTo }: CorrectionsNoticeProps) {
  const { id, recording_id: recordingId, revision } = transcript;
  const { data } = useQuery(correctionsQuery(recordingId, id, revision));
  const isBeside = useBeside();
  const [open, setOpen] = useState(false);
  if (!data || data.open === 0) return null;
  const one = data.open === 1;
  return (
    <section aria-label={t("Earlier corrections")} className="mb-4 rounded-lg bg-secondary px-4 py-2.5 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">
          {plural(data.open, { one: "{count} correction of the earlier transcript has no certain place in this one.", other: "{count} corrections of the earlier transcript have no certain place in this one." })}
        </p>
        <Button size="sm" aria-expanded={isBeside ? undefined : open} onClick={() => (isBeside ? writePref("rail.panel", "corrections") : setOpen(!open))}>
          {one ? t("Look at it") : t("Look at them")}
        </Button>
      </div>
      {open && !isBeside && (
        <div className="mt-3 max-h-[50dvh] overflow-y-auto border-t border-border pt-3">
          <Corrections recordingId={recordingId} transcriptId={id} revision={revision} editable goTo={goTo} />
        </div>
      )}
    </section>
  );
}
