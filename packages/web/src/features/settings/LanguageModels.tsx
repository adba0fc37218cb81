import { useQuery } from "@tanstack/react-query";
import { Card } from "@verbatim/ui/card";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { Switch } from "@verbatim/ui/switch";
import { t } from "@verbatim/ui/texts";
import { modelsQuery, preferencesQuery, useSetPreferences } from "@/features/ai/api";
import { ModelSelect } from "@/features/ai/ModelSelect";
import { usePermission } from "@/lib/catalog";
import { Prompts } from "./Prompts";

/** Whether new transcripts are summarised by themselves, and the prompts of one's own. */
export function LanguageModels() {
  const { data: wanted, error, refetch } = useQuery(preferencesQuery);
  const mayChange = usePermission("project:update");
  const mayUse = usePermission("llm:use");
  const { data: models = [] } = useQuery({ ...modelsQuery, enabled: mayUse });
  const save = useSetPreferences();
  if (error && !wanted) return <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />;
  if (!wanted) return <Skeleton className="h-32" />;
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="by-itself">
        <h2 id="by-itself" className="mb-3 text-sm font-semibold">
          {t("Summaries")}
        </h2>
        <Card className="flex flex-col gap-4 p-5">
          <div className="flex items-start justify-between gap-4">
            <div>
              <p id="summarize" className="text-sm font-medium">
                {t("Summarise every new transcript")}
              </p>
              <p className="mt-0.5 max-w-xl text-[0.8125rem] leading-relaxed text-muted-foreground">{t("The transcript is there without waiting for it. What it costs counts in your team’s budget.")}</p>
            </div>
            <Switch aria-labelledby="summarize" checked={wanted.summarize} disabled={!mayChange || save.isPending} onCheckedChange={(summarize) => save.mutate({ ...wanted, summarize })} />
          </div>
          {wanted.summarize && mayChange && <ModelSelect models={models} value={wanted.model ?? null} onChange={(model) => save.mutate({ ...wanted, model })} />}
          {save.error && <Notice tone="danger">{messageOf(save.error)}</Notice>}
        </Card>
      </section>
      <Prompts mayChange={mayChange} />
    </div>
  );
}
