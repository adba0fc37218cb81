import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { propertiesQuery, useTranscribe } from "@/features/recordings/api";
import type { Recording, TranscriptionOptions } from "@/lib/types";
import { choicesQuery } from "./api";
import { OptionsForm, useObstacle } from "./OptionsForm";
import { chosenOnly, over } from "./options";
import { soundOptions } from "./sound";

export type Transcribable = Pick<Recording, "id" | "transcript_id" | "language" | "duration_seconds" | "projects">;

export interface TranscribeDialogProps {
  recordings: readonly Transcribable[];
  /** In their place: so many that are not all in view, for which the server sees to the rest. */
  all?: { count: number; begin: (options: TranscriptionOptions) => Promise<unknown> };
  onClose: () => void;
  onBegun?: () => void;
}

const NEW = t("The text appears on the page of the recording as soon as it is done.");
const AGAIN = t("A new transcript is made from the audio. The present one, with its corrections, stays among the older transcripts.");
const SOME = t("Where there is a text already a new one is made; the present one, with its corrections, stays among the older transcripts.");

function wording(recordings: TranscribeDialogProps["recordings"], all: TranscribeDialogProps["all"]): { title: string; description: string } {
  if (all) return { title: t("Transcribe all {count} that match", { count: plural(all.count, { one: "{count} recording", other: "{count} recordings" }) }), description: SOME };
  const again = recordings.filter(({ transcript_id: transcript }) => transcript).length;
  if (recordings.length > 1) return { title: t("Transcribe {count}", { count: plural(recordings.length, { one: "{count} recording", other: "{count} recordings" }) }), description: again > 0 ? SOME : t("They are transcribed one after the other.") };
  return again > 0 ? { title: t("Transcribe again"), description: AGAIN } : { title: t("Transcribe"), description: NEW };
}

const NOTHING: TranscriptionOptions = {};

/** How recordings are transcribed where nobody says otherwise: by the project of a single one, then by the team. */
function useUsual(recordings: readonly Transcribable[]): TranscriptionOptions {
  const project = recordings.length === 1 ? (recordings[0]?.projects[0]?.id ?? null) : null;
  const ofTeam = useQuery(choicesQuery(null)).data ?? NOTHING;
  const ofProject = useQuery({ ...choicesQuery(project), enabled: project !== null }).data;
  return project && ofProject ? over(ofProject, ofTeam) : ofTeam;
}

/** How one or several recordings shall be transcribed. */
export function TranscribeDialog({ recordings, all, onClose, onBegun }: TranscribeDialogProps) {
  const single = recordings.length === 1 && !all ? recordings[0] : undefined;
  const usual = useUsual(recordings);
  const [options, setOptions] = useState<TranscriptionOptions>(single?.language ? { language: single.language } : NOTHING);
  const [sound, setSound] = useState<string | null>(null);
  const transcribe = useTranscribe();
  const [beginning, setBeginning] = useState(false);
  const problem = useObstacle(over(options, usual));

  function begin() {
    if (all) {
      setBeginning(true);
      return void all.begin(chosenOnly(options)).then(() => (onClose(), onBegun?.()), () => setBeginning(false)); // a toast has said why
    }
    const ids = recordings.map(({ id }) => id);
    transcribe.mutate(
      { ids, options: chosenOnly(options), sound },
      {
        onSuccess: ({ begun, refusal }) => {
          if (refusal) toast("error", t("{begun} of {ids} will be transcribed. {message}", { begun, ids: ids.length, message: messageOf(refusal) }));
          else if (ids.length > 1) toast("success", t("{count} will be transcribed", { count: plural(begun, { one: "{count} recording", other: "{count} recordings" }) }));
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
      {...wording(recordings, all)}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" pending={transcribe.isPending || beginning} disabled={problem !== null} onClick={begin}>
            {t("Transcribe")}
          </Button>
        </>
      }
    >
      {transcribe.error && (
        <Notice tone="danger" className="mb-4">
          {messageOf(transcribe.error)}
        </Notice>
      )}
      <OptionsForm value={options} usual={usual} onChange={setOptions} seconds={single?.duration_seconds ?? 0}>
        {single && <SoundField recordingId={single.id} value={sound} onChange={setSound} />}
      </OptionsForm>
    </Dialog>
  );
}

/** Which tracks and channels are listened to, where there are several. */
function SoundField({ recordingId, value, onChange }: { recordingId: string; value: string | null; onChange: (sound: string) => void }) {
  const known = useQuery(propertiesQuery(recordingId)).data;
  const options = known ? soundOptions(known) : [];
  if (!known || options.length < 2) return null;
  return (
    <Field label={t("Tracks and channels")} hint={t("Where each holds a person, that says who speaks.")}>
      {(control) => <Select {...control} className="w-full" value={value ?? known.sound} options={options} onValueChange={onChange} />}
    </Field>
  );
}
