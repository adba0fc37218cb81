import { useMutation } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { t } from "@verbatim/ui/texts";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { micros, setPrice, useRefreshModels, type ModelServer } from "./api";

interface PriceDialogProps {
  server: ModelServer;
  model: string;
  onClose: () => void;
}

/** Says what a model costs from a day on. What was asked before keeps the price of its time. */
export function PriceDialog({ server, model, onClose }: PriceDialogProps) {
  const [form, setForm] = useState({ input: "", output: "", cached: "", from: "" });
  const id = useId();
  const refresh = useRefreshModels();
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value });
  const [read, written, cached] = [micros(form.input), micros(form.output), micros(form.cached)];
  const save = useMutation({
    mutationFn: () => setPrice({ endpoint_id: server.id, model, input_micros: read ?? 0, output_micros: written ?? 0, cached_micros: cached ?? null, valid_from: form.from ? `${form.from}T00:00:00Z` : null }),
    onSuccess: () => {
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(save.error, ["input_micros", "output_micros", "cached_micros", "valid_from"]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending && read !== undefined && written !== undefined) save.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Price of {model}", { model })}
      description={t("For a million tokens, in the currency of your budgets. What was asked before keeps the price of its time.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={id} variant="primary" pending={save.isPending} disabled={read === undefined || written === undefined}>
            {t("Set the price")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <Field label={t("Read")} error={problems.input_micros}>
          {(control) => <Input {...control} inputMode="decimal" value={form.input} onChange={set("input")} required autoComplete="off" />}
        </Field>
        <Field label={t("Written")} error={problems.output_micros}>
          {(control) => <Input {...control} inputMode="decimal" value={form.output} onChange={set("output")} required autoComplete="off" />}
        </Field>
        <Field label={t("Read before")} error={problems.cached_micros} hint={t("What the provider had read before. Left empty: the same.")}>
          {(control) => <Input {...control} inputMode="decimal" value={form.cached} onChange={set("cached")} autoComplete="off" />}
        </Field>
        <Field label={t("Valid from")} error={problems.valid_from} hint={t("A day in UTC. Left empty: from now on.")}>
          {(control) => <Input {...control} type="date" value={form.from} onChange={set("from")} />}
        </Field>
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
