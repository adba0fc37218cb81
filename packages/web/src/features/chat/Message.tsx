import { count } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import { money } from "@/features/ai/money";
import type { ChatMessage } from "@/lib/types";
import { ChatSentences } from "./ChatSentences";

/** A question, or the answer to it with what it rests on and what it cost. */
export function Message({ message }: { message: ChatMessage }) {
  if (message.role === "user") return <Question text={message.content} />;
  const { withheld, erased, complete } = message;
  return (
    <div>
      {withheld && <Gone>{t("You may not read a recording that this answer was made from, so it is not shown.")}</Gone>}
      {erased && <Gone>{t("A recording that this answer was made from was deleted, and the answer with it.")}</Gone>}
      <ChatSentences sentences={message.sentences} />
      {!complete && !withheld && <p className="mt-1 text-xs text-muted-foreground">{t("This was stopped before the end.")}</p>}
      {!withheld && !erased && <p className="mt-1.5 text-xs text-muted-foreground">{madeBy(message)}</p>}
    </div>
  );
}

export function Question({ text }: { text: string }) {
  return (
    <p dir="auto" className="ms-auto w-fit max-w-[85%] whitespace-pre-wrap rounded-xl bg-secondary px-3.5 py-2 text-sm leading-6 wrap-anywhere">
      {text}
    </p>
  );
}

function Gone({ children }: { children: string }) {
  return <p className="text-sm italic text-muted-foreground">{children}</p>;
}

function madeBy({ model_label: model, tokens_in: read, tokens_out: written, cost_micros: cost }: ChatMessage): string {
  return t("{model}, {count} tokens, {value}", { model: model ?? "", count: count(read + written), value: cost === null ? t("no price named") : t("cost {money}", { money: money(cost) }) });
}
