import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { t } from "@verbatim/ui/texts";
import { Sparkles, Square } from "lucide-react";
import { useState } from "react";
import { Section } from "@/components/Section";
import { usePermission } from "@/lib/catalog";
import { modelsQuery, summariesQuery } from "./api";
import { Ask } from "./Ask";
import { Automatic } from "./Automatic";
import { ModelSelect } from "./ModelSelect";
import { Sentences } from "./Sentences";
import { useGenerate } from "./useGenerate";
import { VersionView } from "./VersionView";

/** What a transcript is about, each sentence with what it rests on, and questions about it. */
export default function SummaryPanel({ transcriptId }: { transcriptId: string }) {
  const mayUse = usePermission("llm:use");
  const { data, error: failed, isPending } = useQuery(summariesQuery(transcriptId));
  const versions = data?.items;
  const { data: models = [] } = useQuery({ ...modelsQuery, enabled: mayUse });
  const [model, setModel] = useState<string | null>(null);
  const { running, sentences, error, start, stop } = useGenerate();
  const summarize = () => void start(`/api/ai/transcripts/${transcriptId}/summarize`, { model });
  const isEmpty = versions?.length === 0 && !running;

  return (
    <>
      <Section title={t("Summary")}>
        {isPending && <Skeleton className="h-24" />}
        {failed && <Notice tone="danger">{messageOf(failed)}</Notice>}
        {error && <Notice tone="danger" className="mb-3">{error}</Notice>}
        {data?.automatic && !running && <Automatic state={data.automatic} />}
        {isEmpty && data?.automatic?.state !== "waiting" && <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{mayUse ? t("There is no summary yet. Every sentence of one leads to what was said.") : t("There is no summary yet.")}</p>}
        {running ? (
          <div>
            <p role="status" className="mb-2 text-xs text-muted-foreground">
              {sentences.length > 0 ? t("Writing…") : t("Reading the transcript…")}
            </p>
            <Sentences sentences={sentences} />
          </div>
        ) : (
          versions && versions.length > 0 && <VersionView versions={versions} />
        )}
        {mayUse && (
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {running ? (
              <Button size="sm" onClick={stop}>
                <Square aria-hidden="true" />
                {t("Stop")}
              </Button>
            ) : (
              <Button size="sm" onClick={summarize}>
                <Sparkles aria-hidden="true" />
                {isEmpty ? t("Summarise") : t("Summarise again")}
              </Button>
            )}
            <ModelSelect models={models} value={model} onChange={setModel} />
          </div>
        )}
      </Section>
      {mayUse && models.some(({ is_language_model: isModel }) => isModel) && <Ask transcriptId={transcriptId} model={model} />}
    </>
  );
}
