import { useMutation } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { useId, useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { problemsOf } from "@/lib/fields";
import { createBudget, micros, useRefreshModels, type NewBudget } from "./api";

const SCOPES = [
  { value: "installation", label: t("Everybody together") },
  { value: "team", label: t("One team") },
  { value: "user", label: t("One person") },
  { value: "key", label: t("One API key") },
];
const PERIODS = [
  { value: "month", label: t("Each month") },
  { value: "day", label: t("Each day") },
];

export function BudgetDialog({ onClose }: { onClose: () => void }) {
  const [scope, setScope] = useState<NewBudget["scope"]>("installation");
  const [period, setPeriod] = useState<NewBudget["period"]>("month");
  const [of, setOf] = useState("");
  const [amount, setAmount] = useState("");
  const [tokens, setTokens] = useState("");
  const id = useId();
  const refresh = useRefreshModels();
  const save = useMutation({
    mutationFn: () => createBudget({ scope, period, id: of.trim() || null, limit_micros: micros(amount) ?? null, limit_tokens: tokens.trim() ? Number(tokens) : null }),
    onSuccess: () => {
      void refresh();
      onClose();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(save.error, ["id", "limit_micros", "limit_tokens"]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("New budget")}
      description={t("What was used in this day or month before counts.")}
      footer={
        <>
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button type="submit" form={id} variant="primary" pending={save.isPending}>
            {t("Make the budget")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("Of")}>{(control) => <Select {...control} className="w-full" value={scope} options={SCOPES} onValueChange={(value) => setScope(value as NewBudget["scope"])} />}</Field>
        {scope !== "installation" && (
          <Field label={t("Id")} error={problems.id} hint={t("As it stands in the address of its page.")}>
            {(control) => <Input {...control} value={of} onChange={(event) => setOf(event.target.value)} required maxLength={36} autoComplete="off" spellCheck={false} />}
          </Field>
        )}
        <Field label={t("Begins anew")}>{(control) => <Select {...control} className="w-full" value={period} options={PERIODS} onValueChange={(value) => setPeriod(value as NewBudget["period"])} />}</Field>
        <Field label={t("Limit in money")} error={problems.limit_micros} hint={t("In the currency of the prices. Left empty: only tokens count.")}>
          {(control) => <Input {...control} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} autoComplete="off" />}
        </Field>
        <Field label={t("Limit in tokens")} error={problems.limit_tokens}>
          {(control) => <Input {...control} inputMode="numeric" pattern="[0-9]*" value={tokens} onChange={(event) => setTokens(event.target.value)} autoComplete="off" />}
        </Field>
        <FormError message={problems.form} />
      </form>
    </Dialog>
  );
}
