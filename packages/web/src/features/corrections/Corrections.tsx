import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { Pagination } from "@verbatim/ui/pagination";
import { Skeleton } from "@verbatim/ui/skeleton";
import { rich } from "@verbatim/ui/rich";
import { ErrorState } from "@verbatim/ui/states";
import { plural, t } from "@verbatim/ui/texts";
import { useState } from "react";
import { Link } from "react-router";
import { hearFrom } from "@/features/transcript/hearing";
import { useUrlState, withParams } from "@/lib/url-state";
import { correctionsQuery, isTakeable, PAGE_SIZE, useDecide, type Correction } from "./api";
import { DoneCorrections } from "./DoneCorrections";
import { Mine, When } from "./parts";

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
  const [wanted, setPage] = useState(1);
  const { data, error, refetch } = useQuery(correctionsQuery(recordingId, transcriptId, revision, true, wanted));
  const decide = useDecide(recordingId, transcriptId);
  const [params] = useUrlState();
  // Those of the last page may all have been decided.
  if (data && data.page > Math.max(1, data.total_pages)) setPage(Math.max(1, data.total_pages));
  if (error && !data) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40 rounded-lg" />;
  const { items, revision: seen } = data;
  const hear = hearing(goTo);
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
      {data.open === 0 && <p className="mb-4 text-muted-foreground">{t("Nothing is left to decide.")}</p>}
      {editable && data.open > 1 && (
        <div className="mb-3 flex flex-wrap gap-2">
          <Button size="sm" pending={decide.isPending} onClick={() => decide.mutate({ correction: null, decision: "mine", revision: seen })}>
            {t("Take all of mine")}
          </Button>
          <Button size="sm" pending={decide.isPending} onClick={() => decide.mutate({ correction: null, decision: "new", revision: seen })}>
            {t("Keep all that is new")}
          </Button>
        </div>
      )}
      <ul aria-label={t("Corrections to decide")} className="mb-5 flex flex-col gap-4">
        {items.map((one) => (
          <li key={one.id} className="leading-5">
            <When correction={one} onHear={() => hear(one)} />
            <Mine correction={one} />
            <Now correction={one} />
            {editable && (
              <p className="mt-1.5 flex flex-wrap gap-2">
                {isTakeable(one) && (
                  <Button size="sm" pending={decide.isPending} onClick={() => decide.mutate({ correction: one, decision: "mine", revision: seen })}>
                    {t("Take mine")}
                  </Button>
                )}
                <Button size="sm" variant="subtle" pending={decide.isPending} onClick={() => decide.mutate({ correction: one, decision: "new", revision: seen })}>
                  {t("Keep new")}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {data.total_pages > 1 && <Pagination page={data.page} totalPages={data.total_pages} total={data.total} pageSize={PAGE_SIZE} noun={t("corrections")} onPageChange={setPage} />}
      <DoneCorrections key={transcriptId} query={[recordingId, transcriptId, revision]} onHear={hear} />
    </div>
  );
}

const hearing =
  (goTo: (seconds: number) => void) =>
  ({ start_time: start, end_time: end, segment_id: id }: Correction) => {
    goTo(start);
    hearFrom({ segmentId: id ?? "", from: Math.max(0, start - AROUND), to: end + AROUND });
  };

/** What the transcript says there now. */
function Now({ correction: one }: { correction: Correction }) {
  return (
    <p className="mt-1">
      <span className="block text-xs text-muted-foreground">{t("Now")}</span>
      <span dir="auto">{one.there ?? <span className="text-muted-foreground">{isTakeable(one) ? t("Nothing is written there") : t("Nobody speaks there")}</span>}</span>
    </p>
  );
}
