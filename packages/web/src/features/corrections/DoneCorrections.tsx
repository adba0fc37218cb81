import { useQuery } from "@tanstack/react-query";
import { Pagination } from "@verbatim/ui/pagination";
import { rich } from "@verbatim/ui/rich";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { correctionsQuery, PAGE_SIZE, type Correction } from "./api";
import { Mine, When } from "./parts";

interface DoneCorrectionsProps {
  query: readonly [recordingId: string, transcriptId: string, revision: number];
  onHear: (correction: Correction) => void;
}

const STATES: Record<Correction["state"], string> = { carried: t("Carried over"), open: t("Open"), mine: t("Taken"), new: t("The new text was kept") };

/** What was carried over, and what was decided on. */
export function DoneCorrections({ query, onHear }: DoneCorrectionsProps) {
  const [page, setPage] = useState(1);
  const { data } = useQuery(correctionsQuery(...query, false, page));
  if (!data || data.total === 0) return null;
  return (
    <details>
      <summary className="mb-1.5 cursor-pointer font-semibold">{rich("Carried over and decided ({done})", { done: data.total })}</summary>
      <ul aria-label={t("Corrections carried over")} className="mb-3 flex flex-col gap-3">
        {data.items.map((one) => (
          <li key={one.id} className="leading-5">
            <When correction={one} onHear={() => onHear(one)} />
            <Mine correction={one} />
            <span className="text-xs text-muted-foreground">{STATES[one.state]}{one.decided_by && <bdi>, {one.decided_by}</bdi>}</span>
          </li>
        ))}
      </ul>
      {data.total_pages > 1 && <Pagination page={data.page} totalPages={data.total_pages} total={data.total} pageSize={PAGE_SIZE} noun={t("corrections")} onPageChange={setPage} />}
    </details>
  );
}
