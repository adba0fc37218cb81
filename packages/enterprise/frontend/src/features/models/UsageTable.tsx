import { useQuery } from "@tanstack/react-query";
import { count } from "@verbatim/ui/format";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { ChartNoAxesColumn } from "lucide-react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { pageOf, useUrlState } from "@/lib/location";
import { money, usageQuery, type Usage } from "./api";

const columns: Column<Usage>[] = [
  { key: "started_at", label: t("When"), className: "w-36", cell: ({ started_at: at }) => <TimeAgo iso={at} /> },
  { key: "model", label: t("Model"), cell: ({ model, feature }) => <span className="block truncate">{`${model}, ${feature}`}</span> },
  { key: "tokens", label: t("Tokens"), className: "w-28 text-right tabular-nums", cell: ({ tokens_in: read, tokens_out: written }) => count(read + written) },
  { key: "cost", label: t("Cost"), className: "w-28 text-right tabular-nums", cell: ({ cost_micros: cost }) => (cost === null ? "not known" : money(cost)) },
  { key: "outcome", label: t("Outcome"), className: "w-32", from: "sm", cell: ({ outcome }) => outcome.replace("llm_", "").replaceAll("_", " ") },
];

export function UsageTable() {
  const [params, setParams] = useUrlState();
  return (
    <Section flush title={t("Usage")} purpose={t("Every call of a model, also of those that were stopped.")}>
      <DataTable
        label={t("Usage")}
        noun="calls"
        columns={columns}
        query={useQuery(usageQuery(pageOf(params)))}
        keyOf={({ id }) => id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState icon={<ChartNoAxesColumn aria-hidden="true" />} title={t("Nothing was asked yet")}>
            {t("Summaries and answers of language models are listed here with what they cost.")}
          </EmptyState>
        }
      />
    </Section>
  );
}
