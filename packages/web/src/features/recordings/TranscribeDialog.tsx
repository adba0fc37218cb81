import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { useState } from "react";
import { messageOf } from "@/lib/errors";
import { languageName } from "@/lib/format";
import { useTranscribe } from "./api";

const CODES = "en de fr es it pt nl pl sv da no fi cs el hu ro ru uk tr ar he hi zh ja ko vi id".split(" ");

const languages = [
  { value: "", label: "Find out by listening" },
  ...CODES.map((code) => ({ value: code, label: languageName(code) })).toSorted((a, b) => a.label.localeCompare(b.label)),
];

interface TranscribeDialogProps {
  recording: { id: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function TranscribeDialog({ recording, open, onOpenChange }: TranscribeDialogProps) {
  const [language, setLanguage] = useState("");
  const transcribe = useTranscribe();
  const close = () => {
    transcribe.reset();
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Transcribe again"
      description="A new transcript is made from the audio. The present one, with its corrections, stays among the older transcripts."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" pending={transcribe.isPending} onClick={() => transcribe.mutate({ id: recording.id, language: language || null }, { onSuccess: close })}>
            Transcribe
          </Button>
        </>
      }
    >
      <Field label="Language spoken" error={transcribe.error ? messageOf(transcribe.error) : undefined} hint="Not every engine knows every language; the server says so when it does not.">
        {(control) => <Select {...control} value={language} options={languages} onValueChange={setLanguage} />}
      </Field>
    </Dialog>
  );
}
