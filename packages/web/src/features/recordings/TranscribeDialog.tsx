import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field } from "@verbatim/ui/field";
import { plural } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { useState } from "react";
import type { Recording } from "@/lib/types";
import { useTranscribe } from "./api";
import { LanguagePicker } from "./LanguagePicker";
import { useLanguages } from "./languages";

interface TranscribeDialogProps {
  recordings: readonly Pick<Recording, "id" | "transcript_id" | "language">[];
  onClose: () => void;
  onBegun?: () => void;
}

const NEW = "The text appears on the page of the recording as soon as it is done.";
const AGAIN = "A new transcript is made from the audio. The present one, with its corrections, stays among the older transcripts.";
const SOME = "Where there is a text already a new one is made; the present one, with its corrections, stays among the older transcripts.";

function wording(recordings: TranscribeDialogProps["recordings"]): { title: string; description: string } {
  const again = recordings.filter(({ transcript_id: transcript }) => transcript).length;
  if (recordings.length > 1) return { title: `Transcribe ${plural(recordings.length, "recording")}`, description: again > 0 ? SOME : "They are transcribed one after the other." };
  return again > 0 ? { title: "Transcribe again", description: AGAIN } : { title: "Transcribe", description: NEW };
}

/** How one or several recordings shall be transcribed. */
export function TranscribeDialog({ recordings, onClose, onBegun }: TranscribeDialogProps) {
  const [only] = recordings;
  const [language, setLanguage] = useState((recordings.length === 1 && only?.language) || "");
  const { isSupported } = useLanguages();
  const transcribe = useTranscribe();
  const unknown = language !== "" && !isSupported(language);

  function begin() {
    const ids = recordings.map(({ id }) => id);
    transcribe.mutate(
      { ids, language: language || null },
      {
        onSuccess: ({ begun, refusal }) => {
          if (refusal) toast("error", `${begun} of ${ids.length} will be transcribed. ${messageOf(refusal)}`);
          else if (ids.length > 1) toast("success", `${plural(begun, "recording")} will be transcribed`);
          onClose();
          onBegun?.();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      {...wording(recordings)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" pending={transcribe.isPending} disabled={unknown} onClick={begin}>
            Transcribe
          </Button>
        </>
      }
    >
      <Field
        label="Language spoken"
        error={transcribe.error ? messageOf(transcribe.error) : unknown ? "No engine on this server knows this language. An administrator can add a model that does." : undefined}
        hint="Type its English name, its own name or its code."
      >
        {(control) => <LanguagePicker {...control} value={language} onChange={setLanguage} />}
      </Field>
    </Dialog>
  );
}
