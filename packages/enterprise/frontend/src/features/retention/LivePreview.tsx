import { useDebounced } from "@verbatim/ui/debounce";
import { messageOf } from "@verbatim/ui/errors";
import { exactTime, plural } from "@verbatim/ui/format";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { AgeChart } from "./AgeChart";
import { previewQuery, type Terms } from "./api";
import { wouldDelete } from "./words";

/** What a rule would delete if it ran now; it follows the form, and changes nothing. */
export function LivePreview({ team, terms }: { team: string; terms: Terms }) {
  const rested = useDebounced(terms, 300);
  const { data, error } = useQuery(previewQuery(team, rested));
  if (error) return <Notice tone="danger">{messageOf(error)}</Notice>;
  if (!data) return <Skeleton className="h-36 w-full" />;
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-secondary/50 p-4" aria-live="polite">
      <p className="font-medium">{wouldDelete(data)}</p>
      <p className="text-xs text-muted-foreground">
        {data.oldest && data.newest ? `From ${exactTime(data.oldest)} to ${exactTime(data.newest)}. ` : ""}
        {plural(data.in_reach, "recording")} in all
        {data.held > 0 ? `; ${plural(data.held, "more would go", "more would go")} but for a legal hold` : ""}.
      </p>
      <AgeChart ages={data.ages} cut={rested.keep_days} />
    </div>
  );
}
