import { useQuery } from "@tanstack/react-query";
import { CopyText } from "@verbatim/ui/copy-text";
import { bytes, count, duration, exactTime } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import type { Recording, RecordingProperties } from "@/lib/types";
import { propertiesQuery } from "./api";

function channels(n: number | null | undefined): string | null {
  if (!n) return null;
  return n === 1 ? t("Mono") : n === 2 ? t("Stereo") : String(n);
}

/** What is known of the audio; rows whose value is unknown are left out. */
function rowsOf(recording: Recording, known: RecordingProperties | undefined): [string, string][] {
  const rows: [string, string | null | undefined][] = [
    ["File", recording.file_name],
    [t("Length"), duration(recording.duration_seconds)],
    [t("Size"), bytes(recording.file_size)],
    [t("Added"), exactTime(recording.created_at)],
    [t("Container"), known?.container],
    [t("Codec"), known?.codec],
    [t("Channels"), channels(known?.channels)],
    [t("Sample rate"), known?.sample_rate ? t("{count} Hz", { count: count(known.sample_rate) }) : null],
    [t("Bit rate"), known?.bit_rate ? t("{bit_rate} kbit/s", { bit_rate: Math.round(known.bit_rate / 1000) }) : null],
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
          <dt className="text-muted-foreground">{t("SHA-256")}</dt>
          <dd className="min-w-0">
            <CopyText text={recording.sha256} label={t("SHA-256")} />
          </dd>
        </div>
      )}
    </dl>
  );
}
