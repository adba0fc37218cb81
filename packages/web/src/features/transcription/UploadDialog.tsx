import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field } from "@verbatim/ui/field";
import { bytes } from "@verbatim/ui/format";
import { IconButton } from "@verbatim/ui/icon-button";
import { Select } from "@verbatim/ui/select";
import { plural, t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { FilePlus, X } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { FilesInput } from "@/features/uploads/FilesInput";
import { useAddUploads, useDropReceiver } from "@/features/uploads/uploads";
import type { TranscriptionOptions } from "@/lib/types";
import { choicesQuery } from "./api";
import { OptionsForm, useObstacle } from "./OptionsForm";
import { chosenOnly, over } from "./options";
import { UNREAD_SOUND } from "./sound";

export interface UploadDialogProps {
  projectId?: string;
  onClose: () => void;
}

const NOTHING: TranscriptionOptions = {};

/** Files and how they shall be transcribed, before anything is sent. */
export function UploadDialog({ projectId, onClose }: UploadDialogProps) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [options, setOptions] = useState<TranscriptionOptions>(NOTHING);
  const [sound, setSound] = useState("");
  const [now, setNow] = useState(true);
  const add = useAddUploads();
  const ofTeam = useQuery(choicesQuery(null)).data ?? NOTHING;
  const ofProject = useQuery({ ...choicesQuery(projectId ?? null), enabled: projectId !== undefined }).data;
  const usual = projectId && ofProject ? over(ofProject, ofTeam) : ofTeam;
  const problem = useObstacle(over(options, usual));
  const take = useCallback((more: Iterable<File>) => setFiles((have) => [...have, ...more]), []);
  useDropReceiver(take);

  function send() {
    add(files, { projectId, choices: now ? chosenOnly(options) : undefined, sound: sound || undefined, storeOnly: !now });
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("Upload with choices")}
      description={t("Choose how these files are transcribed. What you leave open is as your team, or the project, has it.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" disabled={files.length === 0 || (now && problem !== null)} onClick={send}>
            {files.length > 0 ? t("Upload {count}", { count: plural(files.length, { one: "{count} file", other: "{count} files" }) }) : t("Upload")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ChosenFiles files={files} onAdd={take} onRemove={(place) => setFiles(files.filter((_, other) => other !== place))} />
        <Field label={t("When")}>
          {(control) => (
            <Select
              {...control}
              className="w-full"
              value={now ? "now" : "later"}
              options={[
                { value: "now", label: t("Transcribe after the upload") },
                { value: "later", label: t("Only store, transcribe later") },
              ]}
              onValueChange={(when) => setNow(when === "now")}
            />
          )}
        </Field>
        {now && (
          <OptionsForm value={options} usual={usual} onChange={setOptions}>
            <Field label={t("Tracks and channels")} hint={t("Where each holds a person, that says who speaks.")}>
              {(control) => <Select {...control} className="w-full" value={sound} options={UNREAD_SOUND} onValueChange={setSound} />}
            </Field>
          </OptionsForm>
        )}
      </div>
    </Dialog>
  );
}

interface ChosenFilesProps {
  files: readonly File[];
  onAdd: (files: Iterable<File>) => void;
  onRemove: (place: number) => void;
}

function ChosenFiles({ files, onAdd, onRemove }: ChosenFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-2">
      <FilesInput ref={input} onFiles={onAdd} />
      {files.length > 0 && (
        <ul aria-label={t("Files to upload")} className="flex max-h-40 flex-col divide-y divide-border overflow-y-auto rounded-lg border border-border">
          {files.map((file, place) => (
            // The same file may be there twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${place} ${file.name}`} className="flex items-center gap-2 py-1 ps-3 pe-1 text-[0.8125rem]">
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {file.name}
              </span>
              <span className="shrink-0 text-xs tabular-nums text-muted-foreground">{bytes(file.size)}</span>
              <IconButton label={t("Leave out {file}", { file: file.name })} onClick={() => onRemove(place)}>
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => input.current?.click()} className={files.length === 0 ? "h-20! flex-col! gap-1.5! border-dashed!" : "self-start"}>
        <FilePlus aria-hidden="true" />
        {files.length === 0 ? t("Choose files, or drop them here") : t("More files")}
      </Button>
    </div>
  );
}
