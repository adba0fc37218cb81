import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { useState } from "react";
import { transcriptionQuery } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { useTranscribe } from "./api";

function useLanguages() {
  const { data } = useQuery(transcriptionQuery);
  const known = Object.entries(data?.languages ?? {}).map(([value, label]) => ({ value, label }));
  return [{ value: "", label: "Find out by listening" }, ...known.toSorted((a, b) => a.label.localeCompare(b.label))];
}

interface TranscribeDialogProps {
  recording: { id: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function TranscribeDialog({ recording, open, onOpenChange }: TranscribeDialogProps) {
  const [language, setLanguage] = useState("");
  const languages = useLanguages();
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
