import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { SuggestedTerm } from "@/lib/types";
import { suggestedTermsQuery, useAddTerms, useRemoveTerm } from "./api";
import { TermsField } from "./TermsField";

interface VocabularyProps {
  projectId: string | null;
  terms: readonly string[];
  usual: readonly string[];
  mayChange: boolean;
}

/** Names and terms that are listened for, and those that people's corrections suggest. */
export function Vocabulary({ projectId, terms, usual, mayChange }: VocabularyProps) {
  const add = useAddTerms(projectId);
  const remove = useRemoveTerm(projectId);
  const failed = add.error ?? remove.error;
  return (
    <div className="flex flex-col gap-5">
      {failed && <Notice tone="danger">{messageOf(failed)}</Notice>}
      <TermsField label={t("Vocabulary")} terms={terms} usual={usual} disabled={!mayChange} onAdd={(fresh) => add.mutate(fresh)} onRemove={(term) => remove.mutate(term)} />
      {terms.length === 0 && usual.length === 0 && <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{t("No terms yet. Names of people, places and products are written right more often when they are listened for.")}</p>}
      <Suggestions projectId={projectId} mayChange={mayChange} onTake={(fresh) => add.mutate(fresh)} />
    </div>
  );
}

interface SuggestionsProps {
  projectId: string | null;
  mayChange: boolean;
  onTake: (terms: readonly string[]) => void;
}

function Suggestions({ projectId, mayChange, onTake }: SuggestionsProps) {
  const { data = [], error } = useQuery(suggestedTermsQuery(projectId));
  if (error) return <p className="text-xs text-muted-foreground">{rich("Suggestions could not be loaded. {message}", { message: messageOf(error) })}</p>;
  if (data.length === 0) return null;
  return (
    <section aria-label={t("Suggested terms")} className="border-t border-border pt-4">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-[0.8125rem] font-semibold">{t("Learned from corrections")}</h3>
        {mayChange && data.length > 1 && (
          <Button size="sm" onClick={() => onTake(data.map(({ term }) => term))}>
            {rich("Take all {data}", { data: data.length })}
          </Button>
        )}
      </div>
      <ul className="mt-2 flex max-h-80 flex-col divide-y divide-border overflow-y-auto">
        {data.map((suggestion) => (
          <Suggestion key={suggestion.term} suggestion={suggestion} onTake={mayChange ? onTake : null} />
        ))}
      </ul>
    </section>
  );
}

function Suggestion({ suggestion: { term, heard, count }, onTake }: { suggestion: SuggestedTerm; onTake: SuggestionsProps["onTake"] | null }) {
  return (
    <li className="flex items-center justify-between gap-3 py-1.5">
      <p className="min-w-0 text-[0.8125rem]">
        <bdi className="font-medium">{term}</bdi>
        <span className="text-muted-foreground">
          {" "}
          {rich("instead of {heard}, {count}", { heard: <bdi>{heard}</bdi>, count: plural(count, { one: "{count} time", other: "{count} times" }) })}
        </span>
      </p>
      {onTake && (
        <Button size="sm" variant="subtle" aria-label={t("Listen for {term}", { term })} onClick={() => onTake([term])}>
          <Plus aria-hidden="true" />
          {t("Listen for it")}
        </Button>
      )}
    </li>
  );
}
