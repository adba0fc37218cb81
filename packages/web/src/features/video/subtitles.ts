import { useQuery } from "@tanstack/react-query";
import { messageOf } from "@verbatim/ui/errors";
import { useEffect, useMemo, useState } from "react";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { Transcript } from "@/lib/types";

/** Corrections come one after the other; subtitles follow when they rest. */
const REST_MS = 1500;

/** Grows with every correction. */
const stampOf = ({ segments }: Transcript): number => segments.reduce((sum, { version }) => sum + version, segments.length);

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** The subtitles as they would be saved, at an address that a track can have; null while there are none. */
export function useSubtitles(transcript: Transcript | null, wanted: boolean): { address: string | null; error: string | null } {
  const stamp = useRested(transcript ? stampOf(transcript) : 0);
  const id = transcript?.id ?? "";
  const { data, error } = useQuery({
    enabled: wanted && id !== "",
    queryKey: [...keys.transcripts, "subtitles", id, stamp],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/transcripts/{transcript_id}/export", {
          params: { path: { transcript_id: id }, query: { format: "vtt", include_speakers: false } },
          parseAs: "text",
          signal,
        }),
      ),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const text = typeof data === "string" ? data : null;
  const address = useMemo(() => (text === null ? null : URL.createObjectURL(new Blob([text], { type: "text/vtt" }))), [text]);
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  return { address, error: error ? messageOf(error) : null };
}

