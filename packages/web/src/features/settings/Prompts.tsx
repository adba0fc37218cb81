import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Card } from "@verbatim/ui/card";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { IconButton } from "@verbatim/ui/icon-button";
import { EmptyState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { MessageSquareQuote, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { promptsQuery, useDeletePrompt } from "@/features/ai/api";
import type { AiPrompt } from "@/lib/types";
import { PromptDialog } from "./PromptDialog";

/** Questions that are asked of many transcripts. */
export function Prompts({ mayChange }: { mayChange: boolean }) {
  const { data: prompts = [] } = useQuery(promptsQuery);
  const [edited, setEdited] = useState<AiPrompt | "new" | null>(null);
  const add = mayChange && (
    <Button size="sm" onClick={() => setEdited("new")}>
      <Plus aria-hidden="true" />
      {t("New prompt")}
    </Button>
  );
  return (
    <section aria-labelledby="prompts">
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id="prompts" className="text-sm font-semibold">
          {t("Prompts")}
        </h2>
        {prompts.length > 0 && add}
      </div>
      <Card>
        {prompts.length === 0 ? (
          <EmptyState icon={<MessageSquareQuote aria-hidden="true" />} title={t("No prompts yet")} action={add || undefined}>
            {t("A prompt is a question that is asked of many transcripts, such as for minutes in your own form.")}
          </EmptyState>
        ) : (
          <ul aria-label={t("Prompts")} className="divide-y divide-border">
            {prompts.map((prompt) => (
              <Row key={prompt.id} prompt={prompt} mayChange={mayChange} onEdit={() => setEdited(prompt)} />
            ))}
          </ul>
        )}
      </Card>
      {edited && <PromptDialog prompt={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

function Row({ prompt, mayChange, onEdit }: { prompt: AiPrompt; mayChange: boolean; onEdit: () => void }) {
  const [asks, setAsks] = useState(false);
  const remove = useDeletePrompt();
  return (
    <li className="flex items-center gap-3 py-3 pe-3 ps-5">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-sm font-medium">
          {prompt.name}
        </p>
        <p dir="auto" className="mt-0.5 line-clamp-2 text-[0.8125rem] leading-relaxed text-muted-foreground">
          {prompt.text}
        </p>
      </div>
      {mayChange && (
        <div className="flex shrink-0 items-center gap-1">
          <IconButton label={t("Change {prompt}", { prompt: prompt.name })} onClick={onEdit}>
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton label={t("Delete {prompt}", { prompt: prompt.name })} onClick={() => setAsks(true)}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <ConfirmDialog open={asks} onOpenChange={setAsks} title={t("Delete {prompt}?", { prompt: prompt.name })} description={t("Nobody can ask it any more. Answers to it stay.")} confirmLabel={t("Delete")} onConfirm={() => remove.mutateAsync(prompt.id)} />
    </li>
  );
}
