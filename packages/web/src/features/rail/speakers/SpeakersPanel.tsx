import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuLabel } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { clock } from "@verbatim/ui/format";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import { useMemo, useState } from "react";
import { speakerColor, speakerName } from "@/features/transcript/context";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { Speaker } from "@/lib/types";
import type { PanelProps } from "../registry";
import { talkOf, type Talk } from "./talk";

const NOTHING: Talk = { seconds: 0, segments: 0 };

/** Who speaks, for how long; named, coloured and put together in place. */
export default function SpeakersPanel({ transcript, editable, recording, goTo }: PanelProps) {
  const segments = transcript?.segments;
  const talk = useMemo(() => talkOf(segments ?? []), [segments]);
  const speakers = transcript?.speakers ?? [];
  const whole = [...talk.values()].reduce((sum, { seconds }) => sum + seconds, 0);
  const ordered = speakers.toSorted((one, other) => (talk.get(other.id)?.seconds ?? 0) - (talk.get(one.id)?.seconds ?? 0));
  if (ordered.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("Nobody is told apart in this transcript.")}</p>;
  return (
    <ul aria-label={t("Speakers")} className="flex flex-col gap-4">
      {ordered.map((speaker) => (
        <SpeakerRow
          key={speaker.id}
          speaker={speaker}
          others={speakers.filter(({ id }) => id !== speaker.id)}
          color={speakerColor(speakers, speaker.id)}
          talk={talk.get(speaker.id) ?? NOTHING}
          share={whole > 0 ? (talk.get(speaker.id)?.seconds ?? 0) / whole : 0}
          editable={editable}
          recordingId={recording.id}
          onFirst={() => goTo(segments?.find(({ speaker_id: id }) => id === speaker.id)?.start_time ?? 0)}
        />
      ))}
    </ul>
  );
}

interface SpeakerRowProps {
  speaker: Speaker;
  others: readonly Speaker[];
  color: string;
  talk: Talk;
  share: number;
  editable: boolean;
  recordingId: string;
  onFirst: () => void;
}

function useSpeaker(speaker: Speaker, recordingId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) });
  const params = { path: { speaker_id: speaker.id } };
  const change = useMutation({ mutationFn: (body: { speaker_name?: string | null; color?: string | null }) => unwrap(api.PATCH("/api/speakers/{speaker_id}", { params, body })), onSuccess });
  const merge = useMutation({ mutationFn: (into: string) => unwrap(api.POST("/api/speakers/{speaker_id}/merge", { params, body: { target_speaker_id: into } })), onSuccess });
  return { change, merge };
}

function SpeakerRow({ speaker, others, color, talk, share, editable, recordingId, onFirst }: SpeakerRowProps) {
  const { change, merge } = useSpeaker(speaker, recordingId);
  const name = speakerName(speaker);
  return (
    <li>
      <div className="flex items-center gap-2">
        {editable ? (
          <input
            type="color"
            aria-label={t("Colour of {name}", { name })}
            defaultValue={color}
            key={color}
            onBlur={(event) => event.target.value !== color && change.mutate({ color: event.target.value })}
            className="size-6 shrink-0 cursor-pointer rounded border-0 bg-transparent p-0"
          />
        ) : (
          <span aria-hidden="true" className="size-3 shrink-0 rounded-full" style={{ background: color }} />
        )}
        {editable ? <NameField key={name} speaker={speaker} onName={(next) => change.mutate({ speaker_name: next })} /> : <span dir="auto" className="min-w-0 truncate text-sm font-medium">{name}</span>}
        {editable && others.length > 0 && (
          <Menu
            trigger={
              <Button variant="subtle" size="icon-sm" aria-label={t("Merge {name} with another speaker", { name })}>
                <Merge aria-hidden="true" />
              </Button>
            }
          >
            <MenuLabel>{rich("Everything {name} says is said by", { name })}</MenuLabel>
            {others.map((other) => (
              <MenuItem key={other.id} onSelect={() => merge.mutate(other.id, { onSuccess: () => toast("success", t("Merged. History takes it back.")) })}>
                <span dir="auto">{speakerName(other)}</span>
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      <div className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-secondary" aria-hidden="true">
        <div className="h-full rounded-full" style={{ width: `${Math.max(1, share * 100)}%`, background: color }} />
      </div>
      <button type="button" onClick={onFirst} className="mt-1 text-xs tabular-nums text-muted-foreground hover:text-primary hover:underline">
        {clock(talk.seconds)} · {Math.round(share * 100)} % · {plural(talk.segments, { one: "{count} segment", other: "{count} segments" })}
      </button>
    </li>
  );
}

function NameField({ speaker, onName }: { speaker: Speaker; onName: (name: string | null) => void }) {
  const name = speakerName(speaker);
  const [text, setText] = useState(name);
  const save = () => {
    const next = text.trim();
    if (next === name) return;
    if (next === "") setText(name);
    else onName(next === speaker.speaker_label ? null : next);
  };
  return (
    <input
      dir="auto"
      aria-label={t("Name of {name}", { name })}
      value={text}
      maxLength={120}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") {
          event.stopPropagation();
          setText(name);
        }
      }}
      className="h-8 min-w-0 flex-1 rounded-md border border-transparent bg-transparent px-2 text-sm font-medium hover:border-input focus:border-ring focus:bg-card"
    />
  );
}
