import { useDebounced } from "@verbatim/ui/debounce";
import { messageOf } from "@verbatim/ui/errors";
import { exactTime } from "@verbatim/ui/format";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
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
        {data.oldest && data.newest ? t("From {oldest} to {newest}. ", { oldest: exactTime(data.oldest), newest: exactTime(data.newest) }) : ""}
        {rich("{count} in all", { count: plural(data.in_reach, { one: "{count} recording", other: "{count} recordings" }) })}
        {data.held > 0 ? t("; {count} but for a legal hold", { count: plural(data.held, { one: "{count} more would go", other: "{count} more would go" }) }) : ""}.
      </p>
      <AgeChart ages={data.ages} cut={rested.keep_days} />
    </div>
  );
}
