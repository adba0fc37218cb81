import { Button } from "@verbatim/ui/button";
import { Field, Textarea } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { SendHorizontal, Square } from "lucide-react";
import { useState, type FormEvent, type KeyboardEvent } from "react";
import { ModelSelect } from "@/features/ai/ModelSelect";
import type { LanguageModel } from "@/lib/types";

const LONGEST = 4000;

interface ChatFormProps {
  models: readonly LanguageModel[];
  model: string | null;
  onModel: (id: string | null) => void;
  running: boolean;
  /** Says whether it was answered; a question that was not stays where it was typed. */
  onAsk: (question: string) => Promise<boolean>;
  onStop: () => void;
}

/** The next question. Enter sends it, Shift and Enter begins a new line. */
export function ChatForm({ models, model, onModel, running, onAsk, onStop }: ChatFormProps) {
  const [text, setText] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    const question = text.trim();
    if (!question || running) return;
    void onAsk(question).then((isAnswered) => isAnswered && setText((now) => (now.trim() === question ? "" : now)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };
  return (
    <form onSubmit={send} className="sticky bottom-0 flex flex-col gap-2 border-t border-border bg-background pb-4 pt-3">
      <Field label={t("Question")}>{(control) => <Textarea {...control} rows={2} maxLength={LONGEST} className="min-h-16 text-sm" value={text} onKeyDown={onKeyDown} onChange={(event) => setText(event.target.value)} />}</Field>
      <div className="flex flex-wrap items-center gap-2">
        {running ? (
          <Button size="sm" onClick={onStop}>
            <Square aria-hidden="true" />
            {t("Stop")}
          </Button>
        ) : (
          <Button size="sm" type="submit" variant="primary" disabled={!text.trim()}>
            <SendHorizontal aria-hidden="true" />
            {t("Ask")}
          </Button>
        )}
        <ModelSelect models={models.filter(({ is_language_model: isModel }) => isModel)} value={model} onChange={onModel} />
      </div>
    </form>
  );
}
