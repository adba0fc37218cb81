import { Button, IconButton } from "@verbatim/ui/button";
import { Field, Input } from "@verbatim/ui/field";
import { Popover } from "@verbatim/ui/popover";
import { Select } from "@verbatim/ui/select";
import { useQuery } from "@tanstack/react-query";
import { CalendarDays, Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { statusLabel } from "@/components/StatusBadge";
import { projectChoicesQuery, tagsQuery } from "@/lib/catalog";
import { useDebounced } from "@/lib/debounce";
import type { SetParams } from "@/lib/url-state";
import { clearFilters, filterBy, isFiltered, STATUSES, type Filters } from "./filters";

interface ToolbarProps {
  filters: Filters;
  set: SetParams;
  /** On a project's page the project is given. */
  fixedProject?: boolean;
}

const statusOptions = [{ value: "", label: "Any status" }, ...STATUSES.map((value) => ({ value, label: statusLabel(value) }))];

/** Always mounted, so that typing is never interrupted by what it fetches. */
export function Toolbar({ filters, set, fixedProject }: ToolbarProps) {
  const tags = useQuery(tagsQuery).data ?? [];
  const projects = useQuery(projectChoicesQuery).data ?? [];
  const shown = fixedProject ? { ...filters, project: "" } : filters;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TitleSearch value={filters.search} onChange={(q) => filterBy(set, { q }, true)} />
      <Select className="w-36 max-sm:flex-1" aria-label="Status" value={filters.status} options={statusOptions} onValueChange={(status) => filterBy(set, { status })} />
      {!fixedProject && (
        <Select
          className="w-40 max-sm:flex-1"
          aria-label="Project"
          value={filters.project}
          options={[{ value: "", label: "Any project" }, ...projects.map((project) => ({ value: project.id, label: project.name }))]}
          onValueChange={(project) => filterBy(set, { project })}
        />
      )}
      <Select
        className="w-32 max-sm:flex-1"
        aria-label="Tag"
        value={filters.tag}
        options={[{ value: "", label: "Any tag" }, ...tags.map((tag) => ({ value: tag.id, label: tag.name }))]}
        onValueChange={(tag) => filterBy(set, { tag })}
      />
      <DateRange filters={filters} set={set} />
      {isFiltered(shown) && (
        <Button variant="subtle" onClick={() => clearFilters(set)}>
          <X aria-hidden="true" />
          Clear
        </Button>
      )}
    </div>
  );
}

function TitleSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const rested = useDebounced(text);
  const sent = useRef(value);

  useEffect(() => {
    if (rested === sent.current) return;
    sent.current = rested;
    onChange(rested);
  }, [rested, onChange]);

  // Back and "Clear" change the address from outside.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  return (
    <div className="relative min-w-52 flex-1">
      <Search aria-hidden="true" className="pointer-events-none absolute left-3 top-1/2 size-4 -translate-y-1/2 text-muted-foreground" />
      <Input type="search" aria-label="Search titles" placeholder="Search titles" value={text} onChange={(event) => setText(event.target.value)} className="pl-9 [&::-webkit-search-cancel-button]:hidden" />
      {text && (
        <IconButton label="Clear the search" className="absolute right-0.5 top-0.5" onClick={() => setText("")}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

function DateRange({ filters, set }: { filters: Filters; set: SetParams }) {
  const label = filters.from || filters.to ? `${filters.from || "…"} – ${filters.to || "…"}` : "Any date";
  return (
    <Popover
      label="Dates"
      align="end"
      className="w-64"
      trigger={
        <Button aria-label={`Dates: ${label}`} className="font-normal">
          <CalendarDays aria-hidden="true" />
          {label}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="From">{(control) => <Input {...control} type="date" max={filters.to || undefined} value={filters.from} onChange={(event) => filterBy(set, { from: event.target.value })} />}</Field>
        <Field label="To">{(control) => <Input {...control} type="date" min={filters.from || undefined} value={filters.to} onChange={(event) => filterBy(set, { to: event.target.value })} />}</Field>
      </div>
    </Popover>
  );
}
