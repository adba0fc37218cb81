import { cn } from "@verbatim/ui/cn";
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { AudioWaveform, Merge, Pencil, UserRoundPlus, UserRoundX } from "lucide-react";
import { useState } from "react";
import type { Segment } from "@/lib/types";
import { useGiveTo, type Reach } from "@/features/speakers/assign";
import { KeepVoiceDialog } from "@/features/speakers/late";
import { speakerColor, speakerName, useTranscript } from "./context";
import { MergeSpeakerDialog, NewSpeakerDialog, RenameSpeakerDialog } from "./speaker-dialogs";

const REACHES: readonly { value: Reach; label: string }[] = [
  { value: "one", label: t("This segment") },
  { value: "onwards", label: t("This speaker, from here on") },
  { value: "everywhere", label: t("This speaker, everywhere") },
];

interface SpeakerPillProps {
  segment: Segment;
  /** Otherwise it shows itself only under the pointer or the focus. */
  shown: boolean;
}

/** Who says this: give the segment to somebody else, rename the speaker everywhere, or make two speakers one. */
export function SpeakerPill({ segment, shown }: SpeakerPillProps) {
  const { transcriptId, recordingId, speakers, editable, voices } = useTranscript();
  const { giveTo } = useGiveTo(transcriptId, recordingId);
  const [reach, setReach] = useState<Reach>("one");
  const [dialog, setDialog] = useState<"rename" | "new" | "merge" | "keep" | null>(null);
  const speaker = speakers.find((candidate) => candidate.id === segment.speaker_id);
  const name = segment.speaker ?? null;
  const close = () => setDialog(null);
  const sure = typeof segment.speaker_confidence === "number" ? Math.round(segment.speaker_confidence * 100) : null;

  const look = cn(
    "inline-flex h-7 min-w-0 items-center gap-2 rounded-md text-[0.8125rem] font-medium transition-opacity",
    !(shown && name) && "opacity-0 focus-visible:opacity-100 group-hover/row:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-60",
  );
  const dot = <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full" style={{ background: speakerColor(speakers, segment.speaker_id) }} />;

  if (!editable) {
    if (!name) return <span />;
    return (
      <span className={look}>
        {dot}
        <span dir="auto" className="truncate">{name}</span>
      </span>
    );
  }
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button type="button" aria-label={name ? t("Speaker: {name}", { name }) : t("Name the speaker")} className={cn(look, "-ms-1.5 px-1.5 hover:bg-secondary data-[state=open]:bg-secondary")}>
            {name ? dot : <UserRoundPlus aria-hidden="true" className="size-3.5 text-muted-foreground" />}
            <span dir="auto" className={cn("truncate", !name && "font-normal text-muted-foreground")}>{name ?? t("Speaker")}</span>
          </button>
        }
      >
        <MenuLabel>{t("Change")}</MenuLabel>
        {REACHES.filter(({ value }) => value === "one" || speaker).map(({ value, label }) => (
          <MenuCheckItem key={value} checked={value === reach} onSelect={(event) => event.preventDefault()} onCheckedChange={() => setReach(value)}>
            {label}
          </MenuCheckItem>
        ))}
        <MenuSeparator />
        <MenuLabel>{rich("Said by{sure}", { sure: sure !== null && <span className="ms-2 font-normal">{t("{sure} % sure it is {name}", { sure, name: name ?? t("this speaker") })}</span> })}</MenuLabel>
        {speakers.map((other) => (
          <MenuCheckItem key={other.id} checked={other.id === segment.speaker_id} onCheckedChange={() => void giveTo({ segment, name: speakerName(other), reach }).catch(() => undefined)}>
            <span aria-hidden="true" className="size-2.5 rounded-full" style={{ background: speakerColor(speakers, other.id) }} />
            {speakerName(other)}
          </MenuCheckItem>
        ))}
        <MenuItem onSelect={() => setDialog("new")}>
          <UserRoundPlus aria-hidden="true" />
          {t("Somebody else…")}
        </MenuItem>
        {name && (
          <MenuItem onSelect={() => void giveTo({ segment, name: null, reach }).catch(() => undefined)}>
            <UserRoundX aria-hidden="true" />
            {t("Nobody known")}
          </MenuItem>
        )}
        {speaker && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => setDialog("rename")}>
              <Pencil aria-hidden="true" />
              {t("Rename everywhere…")}
            </MenuItem>
          </>
        )}
        {speaker && speakers.length > 1 && (
          <MenuItem onSelect={() => setDialog("merge")}>
            <Merge aria-hidden="true" />
            {t("Merge with another…")}
          </MenuItem>
        )}
        {speaker && voices && speaker.voice_profile_id === null && (
          <MenuItem onSelect={() => setDialog("keep")}>
            <AudioWaveform aria-hidden="true" />
            {t("Remember this voice…")}
          </MenuItem>
        )}
      </Menu>
      {dialog === "keep" && speaker && <KeepVoiceDialog speaker={speaker} onClose={close} />}
      {dialog === "rename" && speaker && <RenameSpeakerDialog speaker={speaker} onClose={close} />}
      {dialog === "merge" && speaker && <MergeSpeakerDialog speaker={speaker} onClose={close} />}
      {dialog === "new" && <NewSpeakerDialog segment={segment} reach={reach} onClose={close} />}
    </>
  );
}
