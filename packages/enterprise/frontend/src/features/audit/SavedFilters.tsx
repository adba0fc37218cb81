import { Button } from "@verbatim/ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { NameDialog } from "@/components/NameDialog";
import { deleteFilter, filtersKey, filtersQuery, saveFilter, type Outcome, type SavedFilter, type Wanted } from "./api";

interface SavedFiltersProps {
  wanted: Wanted;
  onChoose: (wanted: Wanted) => void;
}

/** Searches that one keeps for oneself. Chosen days are left out, as they pass; the last so many hours stay the last. */
export function SavedFilters({ wanted, onChoose }: SavedFiltersProps) {
  const [naming, setNaming] = useState(false);
  const client = useQueryClient();
  const saved = useQuery(filtersQuery).data?.items ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: filtersKey });
  const remove = useMutation({
    mutationFn: ({ id }: SavedFilter) => deleteFilter(id),
    onSuccess: (_answer, { name }) => {
      toast("success", t("“{name}” is no longer saved.", { name }));
      return refresh();
    },
  });
  const { start: _start, end: _end, outcome, last_hours: hours, ...kept } = wanted;

  return (
    <>
      <Menu
        trigger={
          <Button>
            <Bookmark aria-hidden="true" />
            {t("Saved filters")}
          </Button>
        }
      >
        {saved.length === 0 && <MenuLabel>{t("None saved yet")}</MenuLabel>}
        {saved.map((filter) => (
          <MenuItem key={filter.id} onSelect={() => onChoose(withoutNulls(filter.query))}>
            {filter.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem disabled={Object.keys(wanted).length === 0} onSelect={() => setNaming(true)}>
          <BookmarkPlus aria-hidden="true" />
          {t("Save these filters")}
        </MenuItem>
        {saved.map((filter) => (
          <MenuItem key={filter.id} destructive onSelect={() => remove.mutate(filter)}>
            <Trash2 aria-hidden="true" />
            {rich("Delete “{filter}”", { filter: filter.name })}
          </MenuItem>
        ))}
      </Menu>
      {naming && (
        <NameDialog
          title={t("Save these filters")}
          description={wanted.start || wanted.end ? t("Only you see them. The chosen days are not kept; a time until now would be.") : t("Only you see them.")}
          label={t("Name")}
          submitLabel={t("Save")}
          onSubmit={async (name) => {
            await saveFilter({ name, query: { ...kept, outcome: outcome as Outcome | undefined, last_hours: hours ? Number(hours) : undefined } });
            await refresh();
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

const withoutNulls = (query: SavedFilter["query"]): Wanted => Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))) as Wanted;
