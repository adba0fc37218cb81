import { cn } from "@verbatim/ui/cn";
import { Pagination } from "@verbatim/ui/pagination";
import { Segmented } from "@verbatim/ui/segmented";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { useCallback, useEffect } from "react";
import { Page } from "@/components/Page";
import { SearchField } from "@verbatim/ui/search-field";
import { AskLink } from "@/features/chat/AskLink";
import { SEARCH_PAGE, type Narrowed } from "@/features/search/api";
import { Narrowing, narrowedBy } from "@/features/search/Narrowing";
import { BeforeSearching, NothingFound } from "@/features/search/Nothing";
import { remember } from "@/features/search/recent";
import { ResultList } from "@/features/search/ResultList";
import { useSearch, type SearchKind } from "@/features/search/useSearch";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { oneOf, useUrlState, wholeNumber } from "@/lib/url-state";

const kinds: readonly { value: SearchKind; label: string }[] = [
  { value: "all", label: t("Everything") },
  { value: "text", label: t("What was said") },
  { value: "titles", label: t("Titles") },
  { value: "documents", label: t("Documents") },
  { value: "notes", label: t("Notes") },
];

export default function SearchPage() {
  const [params, set] = useUrlState();
  const q = params.get("q") ?? "";
  const kind = oneOf<SearchKind>(params.get("in"), ["all", "text", "titles", "documents", "notes"], "all");
  const page = wholeNumber(params.get("page"), 1);
  const onSearch = useCallback((text: string) => set({ q: text, page: null }, { replace: true }), [set]);
  return (
    <Page title={t("Search")} purpose={t("Every word of every recording, document and note, down to the second and the page.")} narrow>
      <div className="flex flex-col gap-4">
        <SearchField large focusFirst label={t("Search titles and everything that was said or written")} value={q} onChange={onSearch} />
        <Segmented label={t("Where to search")} className="flex-wrap self-start" value={kind} options={kinds} onValueChange={(next) => set({ in: next === "all" ? null : next, page: null })} />
        <Narrowing params={params} set={set} />
        {q.trim() === "" ? <BeforeSearching onSearch={onSearch} /> : <Results q={q} kind={kind} page={page} narrowed={narrowedBy(params)} onSearch={onSearch} onPage={(next) => set({ page: next > 1 ? next : null })} />}
      </div>
    </Page>
  );
}

interface Asked {
  q: string;
  kind: SearchKind;
  page: number;
  narrowed: Narrowed;
  onSearch: (q: string) => void;
  onPage: (page: number) => void;
}

function Results({ q, kind, page, narrowed, onSearch, onPage }: Asked) {
  const { result, error, isPlaceholder, refetch } = useSearch(q, kind, page, narrowed);
  const found = result !== undefined && !isPlaceholder && result.total > 0;
  useEffect(() => {
    if (found) remember(q);
  }, [found, q]);
  if (error && !result) return <ErrorState message={messageOf(error)} onRetry={refetch} />;
  if (!result) {
    return (
      <div aria-busy="true" className="flex flex-col gap-4">
        {["a", "b", "c"].map((key) => (
          <Skeleton key={key} className="h-32 rounded-xl" />
        ))}
      </div>
    );
  }
  if (result.total === 0) return <NothingFound q={q} suggestion={result.suggestion} onSearch={onSearch} />;
  return (
    <div className={cn("flex flex-col gap-4 transition-opacity", isPlaceholder && "opacity-60")}>
      <p role="status" className="sr-only">
        {rich("{total} results", { total: result.total })}
      </p>
      <div className="flex justify-end empty:hidden">
        <AskLink query={q} />
      </div>
      <ResultList groups={result.groups} q={q} />
      <Pagination page={page} totalPages={result.totalPages} total={result.total} pageSize={SEARCH_PAGE} noun="results" capped={result.capped} onPageChange={onPage} />
    </div>
  );
}
