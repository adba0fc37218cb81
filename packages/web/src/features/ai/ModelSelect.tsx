import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import type { LanguageModel } from "@/lib/types";

interface ModelSelectProps {
  models: readonly LanguageModel[];
  value: string | null;
  onChange: (id: string | null) => void;
}

/** Which model answers; where there is one only it is named. */
export function ModelSelect({ models, value, onChange }: ModelSelectProps) {
  const [first] = models;
  if (!first) return null;
  if (models.length === 1) return <span className="text-xs text-muted-foreground">{first.label}</span>;
  const options = models.map(({ id, label }) => ({ value: id, label }));
  return <Select aria-label={t("Model")} className="min-w-0 max-w-full flex-1 basis-32 [&>select]:h-8 [&>select]:text-[0.8125rem]" value={value ?? first.id} options={options} onValueChange={(id) => onChange(id === first.id ? null : id)} />;
}
