import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { clock, spokenClock } from "@verbatim/ui/format";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { Play } from "lucide-react";
import { Link } from "react-router";
import { hearFrom } from "@/features/transcript/hearing";
import { useUrlState, withParams } from "@/lib/url-state";
import { correctionsQuery, useDecide, type Correction } from "./api";

/** Seconds that are played before and after a correction. */
const AROUND = 1;

interface CorrectionsProps {
  recordingId: string;
  transcriptId: string;
  revision: number;
  editable: boolean;
  goTo: (seconds: number) => void;
}

/** Those whose place is not certain, to be taken or left; below them what was carried over. */
export function Corrections({ recordingId, transcriptId, revision, editable, goTo }: CorrectionsProps) {
  const { data, error, refetch } = useQuery(correctionsQuery(recordingId, transcriptId, revision));
  const decide = useDecide(recordingId, transcriptId);
  const [params] = useUrlState();
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40 rounded-lg" />;
  const waiting = data.items.filter(({ state }) => state === "open");
  const done = data.items.filter(({ state }) => state !== "open");
  const hear = ({ start_time: start, end_time: end, segment_id: id }: Correction) => {
    goTo(start);
    hearFrom({ segmentId: id ?? "", from: Math.max(0, start - AROUND), to: end + AROUND });
  };
  const all = (decision: "mine" | "new") => decide.mutate({ ids: waiting.map(({ id }) => id), decision });
  return (
    <div className="text-[0.8125rem]">
      <p className="mb-3 leading-5 text-muted-foreground">
        {rich("This recording was transcribed again. {carried} {link}", { carried: plural(data.carried, { one: "{count} correction of the earlier transcript was carried over.", other: "{count} corrections of the earlier transcript were carried over." }), link: data.from_transcript_id && (
          <Link to={{ search: withParams(params, { compare: data.from_transcript_id, transcript: null }).toString() }} className="underline underline-offset-2 hover:text-foreground">
            {t("See both side by side")}
          </Link>
        ) })}
      </p>
      <h2 className="mb-1.5 font-semibold">{rich("To decide ({open})", { open: data.open })}</h2>
      {waiting.length === 0 && <p className="mb-4 text-muted-foreground">{t("Nothing is left to decide.")}</p>}
      {editable && waiting.length > 1 && (
        <div className="mb-3 flex flex-wrap gap-2">
          <Button size="sm" pending={decide.isPending} onClick={() => all("mine")}>
            {t("Take all of mine")}
          </Button>
          <Button size="sm" pending={decide.isPending} onClick={() => all("new")}>
            {t("Keep all that is new")}
          </Button>
        </div>
      )}
      <ul aria-label={t("Corrections to decide")} className="mb-5 flex flex-col gap-4">
        {waiting.map((one) => (
          <li key={one.id} className="leading-5">
            <When correction={one} onHear={() => hear(one)} />
            <Mine correction={one} />
            <p className="mt-1">
              <span className="block text-xs text-muted-foreground">{t("Now")}</span>
              <span dir="auto">{one.there ?? <span className="text-muted-foreground">{t("Nothing is written there")}</span>}</span>
            </p>
            {editable && (
              <p className="mt-1.5 flex flex-wrap gap-2">
                <Button size="sm" pending={decide.isPending} onClick={() => decide.mutate({ ids: [one.id], decision: "mine" })}>
                  {t("Take mine")}
                </Button>
                <Button size="sm" variant="subtle" pending={decide.isPending} onClick={() => decide.mutate({ ids: [one.id], decision: "new" })}>
                  {t("Keep new")}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {done.length > 0 && (
        <details>
          <summary className="mb-1.5 cursor-pointer font-semibold">{rich("Carried over and decided ({done})", { done: done.length })}</summary>
          <ul aria-label={t("Corrections carried over")} className="flex flex-col gap-3">
            {done.map((one) => (
              <li key={one.id} className="leading-5 [contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
                <When correction={one} onHear={() => hear(one)} />
                <Mine correction={one} />
                <span className="text-xs text-muted-foreground">{STATES[one.state]}{one.decided_by && <bdi>, {one.decided_by}</bdi>}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const STATES: Record<Correction["state"], string> = { carried: t("Carried over"), open: t("Open"), mine: t("Taken"), new: t("The new text was kept") };

function When({ correction, onHear }: { correction: Correction; onHear: () => void }) {
  const at = correction.start_time;
  return (
    <button type="button" onClick={onHear} aria-label={t("{at}, go to {spokenClock} and listen", { at: clock(at), spokenClock: spokenClock(at) })} className="inline-flex items-center gap-1 rounded text-xs tabular-nums text-muted-foreground hover:text-primary max-md:min-h-11">
      <Play aria-hidden="true" className="size-3" />
      {clock(at)}
    </button>
  );
}

/** What somebody had made of it, with the words beside it. */
function Mine({ correction: { kind, before, after, heard, text, author } }: { correction: Correction }) {
  return (
    <p>
      <span className="block text-xs text-muted-foreground">{kind === "speaker" ? t("Spoken by") : <>{rich("Corrected{author}", { author: author && <bdi> {rich("by {author}", { author })}</bdi> })}</>}</span>
      {kind === "speaker" ? (
        <bdi className="font-medium">{text}</bdi>
      ) : (
        <span dir="auto" className="break-words">
          <span className="text-muted-foreground">{before} </span>
          {heard && <del className="text-muted-foreground">{heard}</del>} {text && <ins className="font-medium no-underline">{text}</ins>}
          <span className="text-muted-foreground"> {after}</span>
        </span>
      )}
    </p>
  );
}
