import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { X } from "lucide-react";
import { statusLabel } from "@/components/StatusBadge";
import { projectQuery, tagsQuery } from "@/lib/catalog";
import { useLanguages } from "@/lib/languages";
import type { SetParams } from "@/lib/url-state";
import { clearFilters, filterBy, LENGTHS, type Filters } from "./filters";

interface Chip {
  label: string;
  value: string;
  /** What of the address is taken out with it. */
  without: Record<string, null>;
}

function useChips(filters: Filters, fixedProject: boolean): readonly Chip[] {
  const tags = useQuery(tagsQuery).data ?? [];
  const named = filters.project !== "" && !fixedProject;
  const project = useQuery({ ...projectQuery(filters.project), enabled: named }).data;
  const { known } = useLanguages();
  const languageName = (code: string) => known.find((one) => one.code === code)?.name ?? code;
  const chips: Chip[] = [];
  const words = filters.search.split(/\s+/).filter(Boolean);
  if (words.length > 0) chips.push({ label: words.length > 1 ? t("All words") : t("Word"), value: words.join(" + "), without: { q: null } });
  if (filters.status) chips.push({ label: t("Status"), value: statusLabel(filters.status), without: { status: null } });
  if (named) chips.push({ label: t("Project"), value: project?.name ?? "…", without: { project: null } });
  if (filters.tag) chips.push({ label: t("Tag"), value: tags.find(({ id }) => id === filters.tag)?.name ?? "…", without: { tag: null } });
  if (filters.language) chips.push({ label: t("Language"), value: languageName(filters.language), without: { language: null } });
  if (filters.length) chips.push({ label: t("Length"), value: LENGTHS[filters.length].label, without: { length: null } });
  if (filters.starred) chips.push({ label: t("Only"), value: t("favourites"), without: { starred: null } });
  if (filters.from) chips.push({ label: t("From"), value: filters.from, without: { from: null } });
  if (filters.to) chips.push({ label: t("To"), value: filters.to, without: { to: null } });
  return chips;
}

/** What narrows the list, each of which can be taken away. */
export function FilterChips({ filters, set, fixedProject = false }: { filters: Filters; set: SetParams; fixedProject?: boolean }) {
  const chips = useChips(filters, fixedProject);
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("Filters in force")} className="flex flex-wrap items-center gap-2">
      {chips.map(({ label, value, without }) => (
        <li key={label} className="inline-flex h-8 max-w-full items-center gap-1.5 rounded-full border border-border bg-card ps-3 pe-1 text-[0.8125rem] max-sm:h-9">
          <span className="text-muted-foreground">{label}</span>
          <span dir="auto" className="min-w-0 truncate font-medium">{value}</span>
          <button
            type="button"
            aria-label={t("Remove the filter {label}: {value}", { label, value })}
            onClick={() => filterBy(set, without)}
            className="flex size-6 shrink-0 items-center justify-center rounded-full text-muted-foreground hover:bg-secondary hover:text-foreground max-sm:size-9"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <Button size="sm" variant="subtle" className="max-sm:h-9" onClick={() => clearFilters(set)}>
          {t("Clear")}
        </Button>
      </li>
    </ul>
  );
}
