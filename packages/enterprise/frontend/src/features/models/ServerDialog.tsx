import { useMutation } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { createServer, micros, setPrice, useRefreshModels, type NewServer } from "./api";

const KINDS = [
  { value: "openai", label: t("OpenAI") },
  { value: "anthropic", label: t("Anthropic") },
  { value: "generic_openai", label: t("Another that speaks as OpenAI does") },
];

/** Adds a server with one model, and what that costs. */
export function ServerDialog({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<NewServer["kind"]>("openai");
  const [form, setForm] = useState({ name: "", url: "", key: "", model: "", input: "", output: "" });
  const id = useId();
  const refresh = useRefreshModels();
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value });
  const save = useMutation({
    mutationFn: async () => {
      const made = await createServer({ name: form.name, kind, base_url: form.url || null, api_key: form.key || null, models: [{ name: form.model, label: "", context_tokens: 32_768 }], enabled: true, position: 100 });
      const [read, written] = [micros(form.input), micros(form.output)];
      if (read !== undefined && written !== undefined) await setPrice({ endpoint_id: made.id, model: form.model, input_micros: read, output_micros: written });
    },
    onSuccess: () => {
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(save.error, ["name", "base_url", "api_key", "models"]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("New server of language models")}
      description={t("What people ask is sent there. Its key is kept sealed and never shown again.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={id} variant="primary" pending={save.isPending}>
            {t("Add the server")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("Name")} error={problems.name}>
          {(control) => <Input {...control} value={form.name} onChange={set("name")} required maxLength={100} autoComplete="off" />}
        </Field>
        <Field label={t("Kind")}>{(control) => <Select {...control} className="w-full" value={kind} options={KINDS} onValueChange={(value) => setKind(value as NewServer["kind"])} />}</Field>
        <Field label={t("Address")} error={problems.base_url} hint={kind === "generic_openai" ? t("Such as https://models.example.org/v1.") : t("Left empty: the provider's own.")}>
          {(control) => <Input {...control} type="url" value={form.url} onChange={set("url")} required={kind === "generic_openai"} autoComplete="off" spellCheck={false} />}
        </Field>
        <Field label={t("Key")} error={problems.api_key}>
          {(control) => <Input {...control} type="password" value={form.key} onChange={set("key")} autoComplete="off" />}
        </Field>
        <Field label={t("Model")} error={problems.models} hint={t("As the provider calls it.")}>
          {(control) => <Input {...control} value={form.model} onChange={set("model")} required maxLength={200} autoComplete="off" spellCheck={false} />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("Price of a million tokens read")} hint={t("Left empty: not known, and not free.")}>
            {(control) => <Input {...control} inputMode="decimal" value={form.input} onChange={set("input")} autoComplete="off" />}
          </Field>
          <Field label={t("Price of a million tokens written")}>{(control) => <Input {...control} inputMode="decimal" value={form.output} onChange={set("output")} autoComplete="off" />}</Field>
        </div>
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
