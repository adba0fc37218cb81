import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input, Textarea } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { useState, type SubmitEvent } from "react";
import { useSavePrompt } from "@/features/ai/api";
import type { AiPrompt } from "@/lib/types";

/** A new prompt, or another wording of one. */
export function PromptDialog({ prompt, onClose }: { prompt: AiPrompt | null; onClose: () => void }) {
  const [name, setName] = useState(prompt?.name ?? "");
  const [text, setText] = useState(prompt?.text ?? "");
  const save = useSavePrompt();
  const ready = name.trim() !== "" && text.trim() !== "";
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (ready && !save.isPending) save.mutate({ id: prompt?.id ?? null, name: name.trim(), text: text.trim() }, { onSuccess: onClose });
  }
  return (
    <Dialog open onOpenChange={onClose} title={prompt ? t("Change the prompt") : t("New prompt")} description={t("{title}, {speakers}, {date}, {language} and {duration} are filled in for each transcript; {transcript} stands for the transcript itself.")}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Field label={t("Name")}>{(control) => <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}</Field>
        <Field label={t("Prompt")} error={save.error ? messageOf(save.error) : undefined}>
          {(control) => <Textarea {...control} rows={6} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" variant="primary" pending={save.isPending} disabled={!ready}>
            {t("Save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
