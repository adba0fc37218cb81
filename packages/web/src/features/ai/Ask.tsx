import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Field, Textarea } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { MessageCircleQuestion, Square } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Section } from "@/components/Section";
import { answersQuery } from "./api";
import { PromptSelect } from "./PromptSelect";
import { Sentences } from "./Sentences";
import { useGenerate } from "./useGenerate";

const SHOWN = 5;
const LONGEST = 4000;

/** Questions about one transcript, the newest answer first. */
export function Ask({ transcriptId, model }: { transcriptId: string; model: string | null }) {
  const [question, setQuestion] = useState("");
  const [prompt, setPrompt] = useState<string | null>(null);
  const answers = useQuery(answersQuery(transcriptId)).data ?? [];
  const { running, sentences, error, start, stop } = useGenerate();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const asked = question.trim();
    if ((!asked && prompt === null) || running) return;
    void start(`/api/ai/transcripts/${transcriptId}/ask`, { model, question: asked || null, prompt_id: prompt }).then((isAnswered) => isAnswered && setQuestion(""));
  };
  return (
    <Section title={t("Ask this transcript")}>
      <form onSubmit={ask} className="flex flex-col gap-2">
        <Field label={t("Question")}>{(control) => <Textarea {...control} rows={2} maxLength={LONGEST} className="min-h-14 text-[0.8125rem]" value={question} onChange={(event) => setQuestion(event.target.value)} />}</Field>
        {!running && <PromptSelect value={prompt} onChange={setPrompt} />}
        {running ? (
          <Button size="sm" className="self-start" onClick={stop}>
            <Square aria-hidden="true" />
            {t("Stop")}
          </Button>
        ) : (
          <Button size="sm" type="submit" className="self-start" disabled={!question.trim() && prompt === null}>
            <MessageCircleQuestion aria-hidden="true" />
            {t("Ask")}
          </Button>
        )}
      </form>
      {error && <Notice tone="danger" className="mt-3">{error}</Notice>}
      {running && (
        <div className="mt-3">
          <p role="status" className="mb-1 text-xs text-muted-foreground">
            {sentences.length > 0 ? t("Answering…") : t("Reading the transcript…")}
          </p>
          <Sentences sentences={sentences} />
        </div>
      )}
      <ul className="mt-3 flex flex-col gap-3">
        {answers.slice(0, SHOWN).map((answer) => (
          <li key={answer.id}>
            <p dir="auto" className="mb-1 text-[0.8125rem] font-medium">
              {answer.question}
            </p>
            <Sentences sentences={answer.sentences} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
