import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { count } from "@verbatim/ui/format";
import { IconButton } from "@verbatim/ui/icon-button";
import { Progress } from "@verbatim/ui/progress";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { PiggyBank, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Section } from "@/components/Section";
import { budgetsQuery, deleteBudget, money, useRefreshModels, type Budget } from "./api";
import { BudgetDialog } from "./BudgetDialog";

const WHOSE: Record<string, string> = { installation: t("Everybody together"), team: t("One team"), user: t("One person"), key: "One API key" };

export function Budgets() {
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useQuery(budgetsQuery);
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t("New budget")}
    </Button>
  );
  return (
    <Section title={t("Budgets")} purpose={t("How much may be used in each day or month. When it is used up, models of providers answer again in the next one.")} actions={add}>
      {isPending && <Skeleton className="h-24" />}
      {error && <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <EmptyState icon={<PiggyBank aria-hidden="true" />} title={t("There is no limit")}>
          {t("Whatever people ask is counted; a budget also ends it.")}
        </EmptyState>
      )}
      <ul className="flex flex-col divide-y divide-border">{data?.items.map((budget) => <Row key={budget.id} budget={budget} />)}</ul>
      {adding && <BudgetDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Row({ budget }: { budget: Budget }) {
  const refresh = useRefreshModels();
  const remove = useMutation({ mutationFn: () => deleteBudget(budget.id), onSuccess: () => void refresh() });
  const name = t("{scope}, each {period}", { scope: WHOSE[budget.scope], period: budget.period });
  const used = [
    budget.limit_micros === null ? null : t("{money} of {money2}", { money: money(budget.used_micros), money2: money(budget.limit_micros) }),
    budget.limit_tokens === null ? null : t("{count} of {count2} tokens", { count: count(budget.used_tokens), count2: count(budget.limit_tokens) }),
  ];
  const over = [
    ...(budget.limit_micros !== null && budget.overshoot_micros > 0 ? [money(budget.overshoot_micros)] : []),
    ...(budget.limit_tokens !== null && budget.overshoot_tokens > 0 ? [t("{count} tokens", { count: count(budget.overshoot_tokens) })] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm font-medium">{name}</p>
        {budget.scope_id && <p className="truncate text-xs text-muted-foreground">{budget.scope_id}</p>}
        <p className="mb-1.5 text-xs text-muted-foreground">
          {rich("{used}; begins anew {time}", { used: used.filter(Boolean).join(", "), time: <TimeAgo iso={budget.resets_at} /> })}
          {over.length > 0 && t("; what is being answered may go beyond it by {over} at most", { over: over.join(" and ") })}
        </p>
        <Progress value={Math.min(100, budget.percent)} label={t("Used of {name}", { name })} />
      </div>
      <IconButton label={t("Remove the budget {name}", { name })} pending={remove.isPending} onClick={() => remove.mutate()}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </li>
  );
}
