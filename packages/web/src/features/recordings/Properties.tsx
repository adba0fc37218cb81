import { useQuery } from "@tanstack/react-query";
import { CopyText } from "@verbatim/ui/copy-text";
import { bytes, count, duration, exactTime } from "@verbatim/ui/format";
import type { Recording, RecordingProperties } from "@/lib/types";
import { propertiesQuery } from "./api";

function channels(n: number | null | undefined): string | null {
  if (!n) return null;
  return n === 1 ? "Mono" : n === 2 ? "Stereo" : String(n);
}

/** What is known of the audio; rows whose value is unknown are left out. */
function rowsOf(recording: Recording, known: RecordingProperties | undefined): [string, string][] {
  const rows: [string, string | null | undefined][] = [
    ["File", recording.file_name],
    ["Length", duration(recording.duration_seconds)],
    ["Size", bytes(recording.file_size)],
    ["Added", exactTime(recording.created_at)],
    ["Container", known?.container],
    ["Codec", known?.codec],
    ["Channels", channels(known?.channels)],
    ["Sample rate", known?.sample_rate ? `${count(known.sample_rate)} Hz` : null],
    ["Bit rate", known?.bit_rate ? `${Math.round(known.bit_rate / 1000)} kbit/s` : null],
  ];
  return rows.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

export function Properties({ recording }: { recording: Recording }) {
  const { data } = useQuery(propertiesQuery(recording.id));
  return (
    <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-[0.8125rem]">
      {rowsOf(recording, data).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
      {recording.sha256 && (
        <div className="contents">
          <dt className="text-muted-foreground">SHA-256</dt>
          <dd className="min-w-0">
            <CopyText text={recording.sha256} label="SHA-256" />
          </dd>
        </div>
      )}
    </dl>
  );
}
