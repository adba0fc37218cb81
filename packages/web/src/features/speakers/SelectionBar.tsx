import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { clock } from "@verbatim/ui/format";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { Play, Trash2, UserRound, UserRoundPlus, UserRoundX, X } from "lucide-react";
import { useState, type SubmitEvent } from "react";
import { useDeleteSegments } from "@/features/transcript/api";
import { speakerColor, speakerName, useTranscript } from "@/features/transcript/context";
import type { Segment } from "@/lib/types";
import { useGiveSegments } from "./assign";

interface SelectionBarProps {
  chosen: readonly Segment[];
  onClear: () => void;
}

/** What can be done with the chosen segments; there only while some are chosen. */
export default function SelectionBar({ chosen, onClear }: SelectionBarProps) {
  const { transcriptId, recordingId, hear } = useTranscript();
  const { giveAll, isPending } = useGiveSegments(transcriptId, recordingId);
  const [dialog, setDialog] = useState<"new" | "delete" | null>(null);
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last) return null;
  // What went wrong is said by the mutation itself; the choice stays.
  const give = (name: string | null) => void giveAll(chosen, name).then(onClear, () => undefined);
  return (
    <div
      role="toolbar"
      aria-label={t("Chosen segments")}
      className="fixed inset-x-0 bottom-[calc(0.75rem+var(--dock,0px))] z-30 mx-auto flex w-fit max-w-[calc(100vw-1.5rem)] animate-slide flex-wrap items-center gap-1 rounded-xl border border-border bg-card p-1.5 ps-4 shadow-pop max-sm:gap-0 lg:left-60"
    >
      <p role="status" className="me-2 text-sm font-medium tabular-nums">
        {plural(chosen.length, { one: "{count} segment", other: "{count} segments" })}
        <span className="ms-2 font-normal text-muted-foreground max-sm:hidden">
          {clock(first.start_time)}–{clock(last.end_time)}
        </span>
      </p>
      <SaidBy pending={isPending} onGive={give} onNew={() => setDialog("new")} />
      <Button variant="ghost" onClick={() => hear(first.start_time, last.end_time)} className="max-sm:px-2.5!">
        <Play aria-hidden="true" />
        <span className="max-sm:sr-only">{t("Hear")}</span>
      </Button>
      <Button variant="ghost" className="text-destructive! max-sm:px-2.5!" onClick={() => setDialog("delete")}>
        <Trash2 aria-hidden="true" />
        <span className="max-sm:sr-only">{t("Delete")}</span>
      </Button>
      <Button variant="subtle" size="icon" aria-label={t("Choose none")} onClick={onClear}>
        <X aria-hidden="true" />
      </Button>
      {dialog === "new" && <NewName count={chosen.length} onName={give} onClose={() => setDialog(null)} />}
      {dialog === "delete" && <DeleteChosen chosen={chosen} onDone={onClear} onClose={() => setDialog(null)} />}
    </div>
  );
}

function SaidBy({ pending, onGive, onNew }: { pending: boolean; onGive: (name: string | null) => void; onNew: () => void }) {
  const { speakers } = useTranscript();
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="primary" pending={pending}>
          <UserRound aria-hidden="true" />
          {t("Said by…")}
        </Button>
      }
    >
      <MenuLabel>{t("All of them were said by")}</MenuLabel>
      {speakers.map((speaker) => (
        <MenuItem key={speaker.id} onSelect={() => onGive(speakerName(speaker))}>
          <span aria-hidden="true" className="size-2.5 rounded-full" style={{ background: speakerColor(speakers, speaker.id) }} />
          <bdi>{speakerName(speaker)}</bdi>
        </MenuItem>
      ))}
      {speakers.length > 0 && <MenuSeparator />}
      <MenuItem onSelect={onNew}>
        <UserRoundPlus aria-hidden="true" />
        {t("Somebody else…")}
      </MenuItem>
      <MenuItem onSelect={() => onGive(null)}>
        <UserRoundX aria-hidden="true" />
        {t("Nobody known")}
      </MenuItem>
    </Menu>
  );
}

function NewName({ count, onName, onClose }: { count: number; onName: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState("");
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim() === "") return;
    onClose();
    onName(name.trim());
  }
  return (
    <Dialog open onOpenChange={onClose} title={t("Who says this?")} description={t("{count} get this speaker.", { count: plural(count, { one: "{count} segment", other: "{count} segments" }) })}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Field label={t("Name")}>{(control) => <Input {...control} value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />}</Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" disabled={name.trim() === ""}>
            {t("Save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function DeleteChosen({ chosen, onDone, onClose }: { chosen: readonly Segment[]; onDone: () => void; onClose: () => void }) {
  const { transcriptId, recordingId } = useTranscript();
  const remove = useDeleteSegments(transcriptId, recordingId);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("Delete {count}?", { count: plural(chosen.length, { one: "{count} segment", other: "{count} segments" }) })}
      description={t("They are taken out of the transcript. The audio stays as it is.")}
      confirmLabel={t("Delete {chosen}", { chosen: chosen.length })}
      onConfirm={async () => {
        await remove.mutateAsync(chosen.map(({ id }) => id));
        toast("success", t("{count} deleted", { count: plural(chosen.length, { one: "{count} segment", other: "{count} segments" }) }));
        onDone();
      }}
    />
  );
}
