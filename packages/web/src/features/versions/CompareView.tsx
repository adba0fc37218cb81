import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { messageOf } from "@verbatim/ui/errors";
import { clock } from "@verbatim/ui/format";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { Switch } from "@verbatim/ui/switch";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Equal } from "lucide-react";
import { memo, useId, useMemo, useState } from "react";
import { Link } from "react-router";
import { useMakeCurrent, versionsQuery } from "@/features/recordings/api";
import { olderTranscriptQuery, transcriptQuery } from "@/features/transcript/api";
import type { Recording, Transcript, TranscriptVersion } from "@/lib/types";
import { useUrlState, withParams } from "@/lib/url-state";
import { differences, rowsByTime, type ComparedRow, type Piece } from "./compare";

interface CompareViewProps {
  recording: Recording;
  /** The transcript that is compared with the current one. */
  otherId: string;
  mayChange: boolean;
}

/** Two transcripts of one recording side by side, with what differs marked. */
export default function CompareView({ recording, otherId, mayChange }: CompareViewProps) {
  const current = useQuery(transcriptQuery(recording.id));
  const other = useQuery(olderTranscriptQuery(otherId));
  const versions = useQuery(versionsQuery(recording.id)).data ?? [];
  const failed = current.error ?? other.error;
  const [params, set] = useUrlState();
  const back = { search: withParams(params, { compare: null }).toString() };
  if (failed) return <ErrorState message={messageOf(failed)} onRetry={() => void Promise.all([current.refetch(), other.refetch()])} />;
  if (!current.data || !other.data) return <Skeleton className="h-96 rounded-xl" />;
  const about = (id: string) => versions.find((version) => version.id === id);
  return (
    <div>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-base font-semibold">{t("Two transcripts side by side")}</h2>
        <Button asChild size="sm">
          <Link to={back}>{t("Back to the text")}</Link>
        </Button>
      </div>
      <Compared
        left={current.data}
        right={other.data}
        about={about}
        recordingId={recording.id}
        onCurrent={mayChange ? () => set({ compare: null, transcript: null }) : null}
      />
    </div>
  );
}

interface ComparedProps {
  left: Transcript;
  right: Transcript;
  about: (id: string) => TranscriptVersion | undefined;
  recordingId: string;
  /** After the other one was made current; null for people who may not. */
  onCurrent: (() => void) | null;
}

function Compared({ left, right, about, recordingId, onCurrent }: ComparedProps) {
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const id = useId();
  const rows = useMemo(() => rowsByTime(left.segments, right.segments).map(withDifferences), [left, right]);
  const different = rows.filter(({ isDifferent }) => isDifferent);
  const make = useMakeCurrent();
  return (
    <>
      <div className="sticky top-0 z-10 grid grid-cols-2 gap-x-4 border-b border-border bg-background/95 pb-3 pt-2 backdrop-blur max-lg:top-14">
        <VersionHead transcript={left} version={about(left.id)} />
        <VersionHead transcript={right} version={about(right.id)}>
          {onCurrent && (
            <Button
              size="sm"
              className="mt-2"
              pending={make.isPending}
              onClick={() =>
                make.mutate(
                  { id: recordingId, transcriptId: right.id },
                  {
                    onSuccess: () => {
                      toast("success", t("This transcript is the current one now"));
                      onCurrent();
                    },
                  },
                )
              }
            >
              {t("Make it the current one")}
            </Button>
          )}
        </VersionHead>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 py-3 text-[0.8125rem]">
        <p role="status" className="text-muted-foreground">
          {different.length === 0 ? t("Both say the same.") : plural(different.length, { one: "{count} place of {rows} differs.", other: "{count} places of {rows} differ." }, { rows: rows.length })}
        </p>
        <div className="flex items-center gap-2.5">
          <label htmlFor={id}>{t("Only what differs")}</label>
          <Switch id={id} checked={onlyDifferent} onCheckedChange={setOnlyDifferent} />
        </div>
      </div>
      {onlyDifferent && different.length === 0 ? (
        <EmptyState icon={<Equal aria-hidden="true" />} title={t("Nothing differs")}>
          {t("Both transcripts have the same words.")}
        </EmptyState>
      ) : (
        <ol aria-label={t("Compared text")} className="flex flex-col">
          {(onlyDifferent ? different : rows).map((row) => (
            <Row key={`${row.start} ${row.left[0]?.id ?? ""} ${row.right[0]?.id ?? ""}`} row={row} />
          ))}
        </ol>
      )}
    </>
  );
}

function VersionHead({ transcript, version, children }: { transcript: Transcript; version: TranscriptVersion | undefined; children?: React.ReactNode }) {
  return (
    <div className="min-w-0 text-[0.8125rem]">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span className="truncate">{transcript.model_used ?? transcript.engine}</span>
        {version?.is_current && <Badge>{t("Current")}</Badge>}
      </p>
      <p className="text-xs text-muted-foreground">
        {[transcript.engine, transcript.language, plural(transcript.word_count, { one: "{count} word", other: "{count} words" })].filter(Boolean).join(" · ")}, <TimeAgo iso={transcript.created_at} />
      </p>
      {children}
    </div>
  );
}

type ShownRow = ComparedRow & { leftPieces: Piece[]; rightPieces: Piece[]; isDifferent: boolean };

const textOf = (said: ComparedRow["left"]): string => said.map(({ text }) => text).join(" ");

function withDifferences(row: ComparedRow): ShownRow {
  const { left, right } = differences(textOf(row.left), textOf(row.right));
  return { ...row, leftPieces: left, rightPieces: right, isDifferent: [...left, ...right].some(({ differs }) => differs) };
}

/** Rows out of sight cost the browser nothing. */
const Row = memo(function Row({ row }: { row: ShownRow }) {
  return (
    <li className="grid grid-cols-2 gap-x-4 border-b border-border py-2.5 text-[0.9375rem] leading-relaxed [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <Side start={row.start} pieces={row.leftPieces} speaker={row.left[0]?.speaker ?? null} />
      <Side start={row.start} pieces={row.rightPieces} speaker={row.right[0]?.speaker ?? null} />
    </li>
  );
});

function Side({ start, pieces, speaker }: { start: number; pieces: readonly Piece[]; speaker: string | null }) {
  return (
    <div className="min-w-0">
      <p className="flex gap-2 text-xs text-muted-foreground">
        <span className="tabular-nums">{clock(start)}</span>
        {speaker && <bdi className="truncate">{speaker}</bdi>}
      </p>
      <p dir="auto" className="break-words">
        {pieces.length === 0 ? (
          <span className="text-sm text-muted-foreground">{t("Nothing here")}</span>
        ) : (
          pieces.map(({ text, differs }, place) => (
            // Pieces have no name but their place, and are made anew together.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={place}>{differs ? <mark className={cn("rounded-[3px] bg-highlight text-foreground")}>{text}</mark> : text}</span>
          ))
        )}
      </p>
    </div>
  );
}
