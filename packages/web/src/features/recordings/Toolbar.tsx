import { Button } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { PickerButton } from "@verbatim/ui/picker";
import { Popover } from "@verbatim/ui/popover";
import { Select } from "@verbatim/ui/select";
import { useQuery } from "@tanstack/react-query";
import { CalendarDays, SlidersHorizontal } from "lucide-react";
import { useCallback, useState, type ReactNode } from "react";
import { SearchField } from "@verbatim/ui/search-field";
import { OnlyFavourites } from "@/features/favourites/OnlyFavourites";
import { ProjectPicker } from "@/components/ProjectPicker";
import { statusLabel } from "@/components/StatusBadge";
import { LanguagePicker } from "@/features/transcription/LanguagePicker";
import { projectQuery, tagsQuery } from "@/lib/catalog";
import type { SetParams } from "@/lib/url-state";
import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { countOf, filterBy, LENGTH_NAMES, LENGTHS, STATUSES, type Filters } from "./filters";

interface ToolbarProps {
  filters: Filters;
  set: SetParams;
  /** On a project's page the project is given. */
  fixedProject?: boolean;
  tools?: ReactNode;
}

const statusOptions = [{ value: "", label: t("Any status") }, ...STATUSES.map((value) => ({ value, label: statusLabel(value) }))];

/** Always mounted, so that typing is never interrupted by what it fetches. */
export function Toolbar({ filters, set, fixedProject, tools }: ToolbarProps) {
  const tags = useQuery(tagsQuery).data ?? [];
  // On a phone they would fill half of the screen before the first recording.
  const [open, setOpen] = useState(false);
  const used = countOf(fixedProject ? { ...filters, project: "" } : filters);
  const onSearch = useCallback((q: string) => filterBy(set, { q }, true), [set]);
  return (
    <div className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <div className="col-span-2 flex min-w-0 gap-2 sm:contents">
        <SearchField label={t("Search titles")} value={filters.search} onChange={onSearch} className="min-w-0 flex-1 sm:min-w-52 md:max-lg:min-w-36" />
        <Button className="sm:hidden" aria-expanded={open} aria-label={used > 0 ? t("Filters: {used} in force", { used }) : t("Filters")} onClick={() => setOpen(!open)}>
          <SlidersHorizontal aria-hidden="true" />
          {used > 0 ? t("Filters ({used})", { used }) : t("Filters")}
        </Button>
      </div>
      <div className={cn("contents", !open && "max-sm:hidden")}>
        <Select className="w-36 max-sm:w-full md:max-lg:w-32" aria-label={t("Status")} value={filters.status} options={statusOptions} onValueChange={(status) => filterBy(set, { status })} />
        {!fixedProject && (
          <ProjectFilter filters={filters} set={set} />
        )}
        <Select
          className="w-32 max-sm:w-full md:max-lg:w-28"
          aria-label={t("Tag")}
          value={filters.tag}
          options={[{ value: "", label: t("Any tag") }, ...tags.map((tag) => ({ value: tag.id, label: tag.name }))]}
          onValueChange={(tag) => filterBy(set, { tag })}
        />
        <OnlyFavourites on={filters.starred} onChange={(on) => filterBy(set, { starred: on ? "1" : null })} />
        <MoreFilters filters={filters} set={set} />
        <DateRange filters={filters} set={set} />
        {tools}
      </div>
    </div>
  );
}

const ANY_PROJECT = { id: "", name: t("Any project") };

function ProjectFilter({ filters, set }: { filters: Filters; set: SetParams }) {
  const project = useQuery({ ...projectQuery(filters.project), enabled: filters.project !== "" }).data;
  const name = filters.project ? (project?.name ?? "…") : ANY_PROJECT.name;
  return (
    <ProjectPicker
      first={ANY_PROJECT}
      chosen={[filters.project]}
      onChoose={({ id }) => filterBy(set, { project: id })}
      trigger={
        <PickerButton aria-label={t("Project: {name}", { name })} className="w-40! max-sm:w-full! md:max-lg:w-36!">
          {name}
        </PickerButton>
      }
    />
  );
}

const lengthOptions = [{ value: "", label: t("Any length") }, ...LENGTH_NAMES.map((value) => ({ value, label: LENGTHS[value].label }))];
const ANY_LANGUAGE = [{ id: "", name: t("Any language") }];

/** What is asked for less often. */
function MoreFilters({ filters, set }: { filters: Filters; set: SetParams }) {
  const used = [filters.language, filters.length].filter(Boolean).length;
  return (
    <Popover
      label={t("More filters")}
      align="end"
      className="w-72"
      trigger={
        <Button aria-label={used > 0 ? t("More filters: {used} in force", { used }) : t("More filters")} className="font-normal! border-input/60! hover:border-input!">
          <SlidersHorizontal aria-hidden="true" />
          {t("More")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("Language")}>{(control) => <LanguagePicker {...control} value={filters.language} onChange={(language) => filterBy(set, { language })} special={ANY_LANGUAGE} isKnown={() => true} />}</Field>
        <Field label={t("Length")}>{(control) => <Select {...control} value={filters.length} options={lengthOptions} onValueChange={(length) => filterBy(set, { length })} />}</Field>
      </div>
    </Popover>
  );
}

function DateRange({ filters, set }: { filters: Filters; set: SetParams }) {
  const label = filters.from || filters.to ? `${filters.from || "…"} – ${filters.to || "…"}` : t("Any date");
  return (
    <Popover
      label={t("Dates")}
      align="end"
      className="w-64"
      trigger={
        <Button aria-label={t("Dates: {label}", { label })} className="font-normal! border-input/60! hover:border-input!">
          <CalendarDays aria-hidden="true" />
          {label}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("From")}>{(control) => <Input {...control} type="date" max={filters.to || undefined} value={filters.from} onChange={(event) => filterBy(set, { from: event.target.value })} />}</Field>
        <Field label={t("To")}>{(control) => <Input {...control} type="date" min={filters.from || undefined} value={filters.to} onChange={(event) => filterBy(set, { to: event.target.value })} />}</Field>
      </div>
    </Popover>
  );
}
