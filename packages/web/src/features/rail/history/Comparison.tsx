import { Button } from "@verbatim/ui/button";
import { clock } from "@verbatim/ui/format";
import { messageOf } from "@verbatim/ui/errors";
import { Skeleton } from "@verbatim/ui/skeleton";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { compareQuery } from "./api";

const SHOWN = 50;

interface ComparisonProps {
  recordingId: string;
  transcriptId: string;
  number: number;
  revision: number;
  editable: boolean;
  /** Goes back to the version, wholly or in some segments. */
  onRestore: (segmentIds?: string[]) => void;
}

/** What differs between a version and the text of now, segment by segment. */
export function Comparison({ recordingId, transcriptId, number, revision, editable, onRestore }: ComparisonProps) {
  const { data, error } = useQuery(compareQuery(recordingId, transcriptId, number, revision));
  if (error) return <p role="alert" className="px-2 py-2 text-destructive">{messageOf(error)}</p>;
  if (!data) return <Skeleton className="my-2 h-16 rounded-lg" />;
  if (data.items.length === 0) return <p className="px-2 py-2 text-muted-foreground">{t("The text is the same as now.")}</p>;
  return (
    <div className="border-s border-border py-2 ps-3">
      {editable && (
        <Button size="sm" onClick={() => onRestore()}>
          {t("Restore all of it")}
        </Button>
      )}
      <ul aria-label={t("Differences")} className="mt-2 flex flex-col gap-3">
        {data.items.slice(0, SHOWN).map(({ segment_id: id, before, after }) => (
          <li key={id} className="leading-5">
            <span className="text-xs tabular-nums text-muted-foreground">{clock((before ?? after)?.start_time ?? 0)}</span>
            {after && <del dir="auto" className="block text-muted-foreground">{after.text}</del>}
            {before && <ins dir="auto" className="block no-underline">{before.text}</ins>}
            {editable && (
              <Button size="sm" variant="subtle" className="h-6! px-1.5! text-xs!" onClick={() => onRestore([id])}>
                {before ? t("Restore this") : t("Take it out again")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.items.length > SHOWN && <p className="mt-2 text-muted-foreground">{rich("and {items} more", { items: data.items.length - SHOWN })}</p>}
    </div>
  );
}
