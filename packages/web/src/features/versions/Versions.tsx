import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { plural, t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Columns2, Download } from "lucide-react";
import { Link } from "react-router";
import { Section } from "@/components/Section";
import { useMakeCurrent, versionsQuery } from "@/features/recordings/api";
import type { Attempt, TranscriptVersion } from "@/lib/types";
import { useUrlState, withParams } from "@/lib/url-state";
import { attemptsQuery, outputPath } from "./api";

interface VersionsProps {
  recordingId: string;
  mayChange: boolean;
}

/** The transcripts made of one recording, newest first, and what engines said as they said it. */
export function Versions({ recordingId, mayChange }: VersionsProps) {
  const versions = useQuery(versionsQuery(recordingId)).data ?? [];
  const attempts = useQuery(attemptsQuery(recordingId)).data ?? [];
  const failed = attempts.filter(({ transcript_id: transcript }) => transcript === null);
  return (
    <>
      {versions.length > 1 && (
        <Section title={t("Transcripts")}>
          <ul className="flex flex-col gap-3">
            {versions.map((version) => (
              <Version key={version.id} version={version} recordingId={recordingId} mayChange={mayChange} attempt={attempts.find(({ transcript_id: id }) => id === version.id)} />
            ))}
          </ul>
        </Section>
      )}
      {versions.length === 1 && attempts.length > failed.length && (
        <Section title={t("What the engine said")}>
          {attempts
            .filter(({ transcript_id: transcript }) => transcript !== null)
            .map((attempt) => (
              <Output key={attempt.id} recordingId={recordingId} attempt={attempt} />
            ))}
        </Section>
      )}
      {failed.length > 0 && (
        <Section title={t("Attempts that failed")}>
          <ul className="flex flex-col gap-2.5 text-[0.8125rem]">
            {failed.map((attempt) => (
              <li key={attempt.id}>
                <p className="break-words text-muted-foreground">
                  <TimeAgo iso={attempt.created_at} />: {attempt.error ?? t("Nothing was kept of it.")}
                </p>
                <Output recordingId={recordingId} attempt={attempt} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Version({ version, recordingId, mayChange, attempt }: VersionsProps & { version: TranscriptVersion; attempt: Attempt | undefined }) {
  const [params, set] = useUrlState();
  const make = useMakeCurrent();
  const name = version.model_used ?? version.engine;
  const address = withParams(params, { transcript: version.is_current ? null : version.id, t: null, compare: null });
  return (
    <li className="text-[0.8125rem]">
      <p className="flex items-center justify-between gap-2">
        <Link to={{ search: address.toString() }} className="min-w-0 truncate font-medium hover:text-primary hover:underline">
          {name}
        </Link>
        {version.is_current && <Badge>{t("Current")}</Badge>}
      </p>
      <p className="text-xs leading-5 text-muted-foreground">
        {[version.engine, version.language, plural(version.word_count, { one: "{count} word", other: "{count} words" })].filter(Boolean).join(" · ")}, <TimeAgo iso={version.created_at} />
      </p>
      <div className="-ms-1.5 flex flex-wrap items-center gap-1">
        {!version.is_current && (
          <Button size="sm" variant="subtle" className={SMALL} aria-label={t("Compare {name} with the current transcript", { name })} onClick={() => set({ compare: version.id, transcript: null })}>
            <Columns2 aria-hidden="true" />
            {t("Compare")}
          </Button>
        )}
        {!version.is_current && mayChange && (
          <Button size="sm" variant="subtle" className={SMALL} pending={make.isPending} onClick={() => make.mutate({ id: recordingId, transcriptId: version.id }, { onSuccess: () => set({ transcript: null, compare: null }) })}>
            {t("Make current")}
          </Button>
        )}
        {attempt && <Output recordingId={recordingId} attempt={attempt} />}
      </div>
    </li>
  );
}

const SMALL = "h-6! gap-1! px-1.5! text-xs!";

/** What an engine said, before anything was made of it. */
function Output({ recordingId, attempt }: { recordingId: string; attempt: Attempt }) {
  return (
    <Button asChild size="sm" variant="subtle" className={SMALL}>
      <a href={outputPath(recordingId, attempt.job_id)} download={`engine-output-${attempt.job_id}.json`}>
        <Download aria-hidden="true" />
        {t("Engine's output")}
      </a>
    </Button>
  );
}
