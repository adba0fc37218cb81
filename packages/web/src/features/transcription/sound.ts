import { languageName } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import type { RecordingProperties } from "@/lib/types";

export interface SoundOption {
  value: string;
  label: string;
}

/** Before a file is read nobody knows what it holds. */
export const UNREAD_SOUND: readonly SoundOption[] = [
  { value: "", label: t("Everything together") },
  { value: "channels", label: t("Each channel is a person") },
  { value: "tracks", label: t("Each track is a person") },
  { value: "track:1", label: t("The first track only") },
  { value: "track:2", label: t("The second track only") },
  { value: "channel:1", label: t("The first (left) channel only") },
  { value: "channel:2", label: t("The second (right) channel only") },
];

const SIDES = ["left", "right"];

const channelName = (number: number, count: number): string => (count === 2 ? t("The {number} channel only", { number: SIDES[number - 1] }) : t("Channel {number} only", { number }));

type Track = RecordingProperties["tracks"][number];

const trackName = ({ number, title, language }: Track): string => [t("Track {number} only", { number }), title ?? (language ? languageName(language) : null)].filter(Boolean).join(": ");

/** What can be listened to in a recording; one entry where there is nothing to choose. */
export function soundOptions({ tracks, channels, sound }: RecordingProperties): readonly SoundOption[] {
  const options: SoundOption[] = [{ value: "mix", label: t("Everything together") }];
  const [only] = tracks;
  if (tracks.length > 1) options.push({ value: "tracks", label: t("Each track is a person") }, ...tracks.map((track) => ({ value: `track:${track.number}`, label: trackName(track) })));
  const count = tracks.length > 1 ? 1 : (only?.channels ?? channels ?? 1);
  if (count > 1) {
    options.push({ value: "channels", label: t("Each channel is a person") });
    for (let number = 1; number <= count; number += 1) options.push({ value: `channel:${number}`, label: channelName(number, count) });
  }
  // A choice that was made with more care by a program stays to be seen.
  if (!options.some(({ value }) => value === sound)) options.push({ value: sound, label: sound });
  return options;
}
