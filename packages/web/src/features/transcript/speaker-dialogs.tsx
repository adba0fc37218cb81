import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { useState, type ReactNode, type SubmitEvent } from "react";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import type { Segment, Speaker } from "@/lib/types";
import { useGiveTo, type Reach } from "@/features/speakers/assign";
import { useMergeSpeaker, useRenameSpeaker } from "./api";
import { speakerName, useTranscript } from "./context";

interface FormProps {
  submitLabel: string;
  pending: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

function SpeakerForm({ submitLabel, pending, disabled, onSubmit, onClose, children }: FormProps) {
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!disabled && !pending) onSubmit();
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {children}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending} disabled={disabled}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

export function RenameSpeakerDialog({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const { recordingId } = useTranscript();
  const [name, setName] = useState(speaker.speaker_name ?? "");
  const rename = useRenameSpeaker(recordingId);
  const trimmed = name.trim();
  const done = () => {
    toast("success", t("Renamed to {trimmed}", { trimmed }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t("Rename the speaker")} description={t("{speakerName} gets this name everywhere in the transcript.", { speakerName: speakerName(speaker) })}>
      <SpeakerForm
        submitLabel={t("Rename everywhere")}
        pending={rename.isPending}
        disabled={trimmed === ""}
        onClose={onClose}
        onSubmit={() => rename.mutate({ id: speaker.id, name: trimmed }, { onSuccess: done })}
      >
        <Field label={t("Name")} error={rename.error ? messageOf(rename.error) : undefined}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={120}
              placeholder={speaker.speaker_label}
              onChange={(event) => setName(event.target.value)}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      </SpeakerForm>
    </Dialog>
  );
}

const REACHES: Record<Reach, string> = {
  one: t("Only this segment changes."),
  onwards: t("What the same speaker says from here on changes."),
  everywhere: t("Everything the same speaker says changes."),
};

export function NewSpeakerDialog({ segment, reach, onClose }: { segment: Segment; reach: Reach; onClose: () => void }) {
  const { transcriptId, recordingId } = useTranscript();
  const [name, setName] = useState("");
  const { giveTo, isPending } = useGiveTo(transcriptId, recordingId);
  return (
    <Dialog open onOpenChange={onClose} title={t("Who says this?")} description={REACHES[reach]}>
      <SpeakerForm
        submitLabel={t("Save")}
        pending={isPending}
        disabled={name.trim() === ""}
        onClose={onClose}
        onSubmit={() => void giveTo({ segment, name: name.trim(), reach }).then(onClose, () => undefined)}
      >
        <Field label={t("Name")}>{(control) => <Input {...control} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />}</Field>
      </SpeakerForm>
    </Dialog>
  );
}

export function MergeSpeakerDialog({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const { recordingId, speakers } = useTranscript();
  const others = speakers.filter((other) => other.id !== speaker.id);
  const [into, setInto] = useState(others[0]?.id ?? "");
  const merge = useMergeSpeaker(recordingId);
  const done = () => {
    toast("success", t("Speakers merged"));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t("Merge {speakerName}", { speakerName: speakerName(speaker) })} description={t("Everything this speaker says is given to the other one. This cannot be undone in one step.")}>
      <SpeakerForm submitLabel={t("Merge")} pending={merge.isPending} disabled={into === ""} onClose={onClose} onSubmit={() => merge.mutate({ id: speaker.id, into }, { onSuccess: done })}>
        <Field label={t("Give everything to")} error={merge.error ? messageOf(merge.error) : undefined}>
          {(control) => <Select {...control} value={into} options={others.map((other) => ({ value: other.id, label: speakerName(other) }))} onValueChange={setInto} />}
        </Field>
      </SpeakerForm>
    </Dialog>
  );
}
