import { useQuery, useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@verbatim/ui/errors";
import { Notice } from "@verbatim/ui/notice";
import { Skeleton } from "@verbatim/ui/skeleton";
import { t } from "@verbatim/ui/texts";
import { useEffect, useRef, useState } from "react";
import { modelsQuery } from "@/features/ai/api";
import { useGenerate } from "@/features/ai/useGenerate";
import { usePermission } from "@/lib/catalog";
import { keys } from "@/lib/keys";
import type { ChatSentence } from "@/lib/types";
import { conversationQuery, messagesPath } from "./api";
import { ChatForm } from "./ChatForm";
import { ChatSentences } from "./ChatSentences";
import { Message, Question } from "./Message";

const KEPT_AFTER = [300, 1000, 3000, 8000] as const;

/** Comes into sight whenever something stands above it that was not there before. */
function End() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not returned: browsers give a promise, which would be taken for what ends the effect.
    void place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return <div ref={place} />;
}

/** One conversation: what was asked and said, and the next question. */
export function Thread({ id }: { id: string }) {
  const { data: conversation, error: failed } = useQuery(conversationQuery(id));
  const client = useQueryClient();
  const mayAsk = usePermission("llm:use");
  const { data: models = [] } = useQuery({ ...modelsQuery, enabled: mayAsk });
  const [model, setModel] = useState<string | null>(null);
  const [asked, setAsked] = useState("");
  const { running, sentences, error, start, stop } = useGenerate<ChatSentence>();
  const shown = conversation?.messages.length ?? 0;

  if (failed && !conversation) return <Notice tone="danger">{messageOf(failed)}</Notice>;
  if (!conversation) return <Skeleton className="h-40" />;
  const ask = (question: string) => {
    setAsked(question);
    return start(messagesPath(id), { model, content: question });
  };
  const halt = () => {
    stop();
    // The server keeps what came once it has noticed; nobody tells of it.
    for (const wait of KEPT_AFTER) setTimeout(() => void client.invalidateQueries({ queryKey: keys.conversation(id) }), wait);
  };
  const hasModel = models.some(({ is_language_model: isModel }) => isModel);
  return (
    <div className="flex flex-col gap-5">
      {shown === 0 && !running && <p className="text-sm text-muted-foreground">{t("Ask something. Every sentence of an answer leads to what was said.")}</p>}
      {conversation.messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      {running && (
        <>
          <Question text={asked} />
          <div>
            <p role="status" className="mb-1 text-xs text-muted-foreground">
              {sentences.length > 0 ? t("Answering…") : t("Reading the transcripts…")}
            </p>
            <ChatSentences sentences={sentences} />
          </div>
        </>
      )}
      {error && <Notice tone="danger">{error}</Notice>}
      <End key={`${shown}-${sentences.length}-${running}`} />
      {mayAsk && !hasModel && models.length > 0 && <Notice>{t("No language model is set up yet, so nothing can answer. An administrator adds one.")}</Notice>}
      {mayAsk && hasModel && <ChatForm models={models} model={model} onModel={setModel} running={running} onAsk={ask} onStop={halt} />}
    </div>
  );
}
