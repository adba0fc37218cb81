import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { EmptyState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { Clock, Search, SearchX } from "lucide-react";
import { forget, useRecent } from "./recent";

interface Props {
  /** Search for something else. */
  onSearch: (q: string) => void;
}

/** Before anything is typed: what a search does, and what this person looked for last. */
export function BeforeSearching({ onSearch }: Props) {
  const recent = useRecent();
  return (
    <Card>
      <EmptyState icon={<Search aria-hidden="true" />} title={t("What are you looking for?")}>
        {t("Type words that were said or written, or part of a title. A result opens the recording at the second where it was said, the document at its page. From anywhere, Ctrl K does the same.")}
      </EmptyState>
      {recent.length > 0 && (
        <section aria-label={t("Recent searches")} className="border-t border-border px-5 py-4">
          <div className="mb-2 flex items-center justify-between gap-3">
            <h2 className="text-sm font-semibold">{t("Recent searches")}</h2>
            <Button variant="subtle" onClick={forget}>
              {t("Forget them")}
            </Button>
          </div>
          <ul className="flex flex-wrap gap-2">
            {recent.map((q) => (
              <li key={q} className="max-w-full">
                <Button onClick={() => onSearch(q)} className="max-w-full">
                  <Clock aria-hidden="true" />
                  <bdi className="truncate">{q}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

/** Nothing was found; what may have been meant is one click away. */
export function NothingFound({ q, suggestion, onSearch }: Props & { q: string; suggestion: string | null }) {
  return (
    <Card>
      <EmptyState icon={<SearchX aria-hidden="true" />} title={t("Nothing found for “{value}”", { value: q.length > 60 ? `${q.slice(0, 60)}…` : q })}>
        {suggestion === null ? (
          t("Try fewer or other words. An engine that mishears may have written a word differently.")
        ) : (
          <Button variant="primary" className="mt-2" onClick={() => onSearch(suggestion)}>
            <span>
              {rich("Did you mean {suggestion}?", { suggestion: <bdi className="font-semibold">{suggestion}</bdi> })}
            </span>
          </Button>
        )}
      </EmptyState>
    </Card>
  );
}
