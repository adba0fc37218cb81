import { Button } from "@verbatim/ui/button";
import { toast } from "@verbatim/ui/toast";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { AudioWaveform } from "lucide-react";
import { useState } from "react";
import { speakerName } from "@/features/transcript/context";
import type { Speaker } from "@/lib/types";
import { useNameByVoice, voiceSuggestionsQuery } from "./api";

/** Who speakers may be, by their voices. Nobody is named until somebody agrees. */
export default function VoiceSuggestions({ transcriptId, speakers }: { transcriptId: string; speakers: readonly Speaker[] }) {
  const { data = [] } = useQuery(voiceSuggestionsQuery(transcriptId));
  const [declined, setDeclined] = useState<readonly string[]>([]);
  const name = useNameByVoice();
  const open = data.flatMap((suggestion) => {
    const speaker = speakers.find(({ id }) => id === suggestion.speaker_id);
    const isNamed = speaker === undefined || speaker.voice_profile_id !== null || speakerName(speaker) === suggestion.name;
    return isNamed || declined.includes(suggestion.speaker_id) ? [] : [{ ...suggestion, now: speakerName(speaker) }];
  });
  if (open.length === 0) return null;
  return (
    <ul aria-label={t("Voices that may be known")} className="mb-3 flex flex-col gap-1.5">
      {open.map(({ speaker_id: speakerId, voice_profile_id: profileId, name: known, confidence, now }) => (
        <li key={speakerId} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg bg-accent px-3 py-2 text-[0.8125rem] text-accent-foreground">
          <AudioWaveform aria-hidden="true" className="size-4 shrink-0" />
          <p className="min-w-48 flex-1">
            {rich("{now} sounds like {known}, {confidence} % sure", { now: <bdi>{now}</bdi>, known: <bdi className="font-semibold">{known}</bdi>, confidence: Math.round(confidence * 100) })}
          </p>
          <div className="flex gap-1.5">
            <Button
              size="sm"
              variant="primary"
              aria-label={t("Yes, {now} is {known}", { now, known })}
              pending={name.isPending}
              onClick={() => name.mutate({ profileId, speakerId }, { onSuccess: () => toast("success", t("{now} is {known}", { now, known })), onError: (error) => toast("error", messageOf(error)) })}
            >
              {t("Yes")}
            </Button>
            <Button size="sm" aria-label={t("No, {now} is not {known}", { now, known })} onClick={() => setDeclined([...declined, speakerId])}>
              {t("No")}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
