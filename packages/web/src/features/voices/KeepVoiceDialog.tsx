import { Button } from "@verbatim/ui/button";
import { Checkbox } from "@verbatim/ui/checkbox";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useState, type SubmitEvent } from "react";
import type { Speaker } from "@/lib/types";
import { useKeepVoice } from "./api";

/** Keeps what a speaker sounds like, with the consent of whose voice it is. */
export default function KeepVoiceDialog({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const [name, setName] = useState(speaker.speaker_name ?? "");
  const [consent, setConsent] = useState("");
  const [agreed, setAgreed] = useState(false);
  const keep = useKeepVoice();
  const ready = name.trim() !== "" && consent.trim() !== "" && agreed;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!ready || keep.isPending) return;
    const done = () => {
      toast("success", t("The voice of {name} is known from now on", { name: name.trim() }));
      onClose();
    };
    keep.mutate({ speaker_id: speaker.id, name: name.trim(), consent_by: consent.trim() }, { onSuccess: done });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Remember this voice")}
      description={t("New transcripts of this team then suggest the name where the same voice speaks. What is kept are numbers, no sound; they can be erased under Settings, Transcription.")}
    >
      <form onSubmit={submit} className="flex flex-col gap-5">
        {keep.error && <Notice tone="danger">{messageOf(keep.error)}</Notice>}
        <Field label={t("Whose voice it is")}>{(control) => <Input {...control} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}</Field>
        <Field label={t("Who agreed")} hint={t("Usually the speaker. This is noted with the date and your name.")}>
          {(control) => <Input {...control} value={consent} maxLength={200} onChange={(event) => setConsent(event.target.value)} />}
        </Field>
        <div className="flex items-start gap-3">
          <span className="pt-0.5">
            <Checkbox label={t("The person agreed that this voice is kept")} checked={agreed} onCheckedChange={setAgreed} />
          </span>
          {/* A label of its own for the box; this is its text for the eye. */}
          <p aria-hidden="true" onClick={() => setAgreed(!agreed)} className="cursor-pointer select-none text-[0.8125rem] leading-relaxed">
            {t("The person agreed that this voice is kept")}
          </p>
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" pending={keep.isPending} disabled={!ready}>
            {t("Remember")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
