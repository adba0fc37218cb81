import { useQuery } from "@tanstack/react-query";
import { Select } from "@verbatim/ui/select";
import { t } from "@verbatim/ui/texts";
import { promptsQuery } from "./api";

/** One of the team's own prompts; nothing where there are none. */
export function PromptSelect({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { data: prompts = [] } = useQuery(promptsQuery);
  if (prompts.length === 0) return null;
  const options = [{ value: "", label: t("No prompt: only the question") }, ...prompts.map(({ id, name }) => ({ value: id, label: name }))];
  return <Select aria-label={t("Prompt")} className="[&>select]:h-8 [&>select]:text-[0.8125rem]" value={value ?? ""} options={options} onValueChange={(id) => onChange(id || null)} />;
}
