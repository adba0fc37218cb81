import { Badge } from "@verbatim/ui/badge";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { Section } from "@/components/Section";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { withParams } from "@/lib/url-state";
import { versionsQuery } from "./api";

/** The transcripts made of one recording, newest first. Nothing while there is only one. */
export function Versions({ recordingId }: { recordingId: string }) {
  const { data } = useQuery(versionsQuery(recordingId));
  const [params] = useSearchParams();
  if (!data || data.length < 2) return null;
  return (
    <Section title="Transcripts">
      <ul className="flex flex-col gap-2">
        {data.map((version) => (
          <li key={version.id} className="flex items-center justify-between gap-2 text-[0.8125rem]">
            <Link
              to={{ search: withParams(params, { transcript: version.is_current ? null : version.id, t: null }).toString() }}
              className="min-w-0 truncate hover:text-primary hover:underline"
            >
              {version.engine} {version.language ? `(${version.language})` : ""} · <TimeAgo iso={version.created_at} />
            </Link>
            {version.is_current && <Badge>Current</Badge>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
