import { Button } from "@verbatim/ui/button";
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { Bookmark, BookmarkPlus, Columns3, Trash2 } from "lucide-react";
import { useState } from "react";
import { NameDialog } from "@/components/NameDialog";
import { useUrlState } from "@/lib/location";
import { navigate } from "@/lib/navigate";
import { dropView, keepView, toggled, viewsOf, withoutOf, worthKeeping } from "@/lib/views";

interface TableToolsProps {
  /** Which table it is, for the views that are kept. */
  place: string;
  /** Those that may be left out; both stand in the address, as filters and order do. */
  columns: readonly { key: string; label: string }[];
}

/** Which columns a table has, and its views: filters, order and columns under a name. */
export function TableTools({ place, columns }: TableToolsProps) {
  const [params, setParams] = useUrlState();
  const without = withoutOf(params);
  return (
    <div className="flex flex-wrap gap-2">
      <Menu
        trigger={
          <Button>
            <Columns3 aria-hidden="true" />
            Columns
          </Button>
        }
      >
        {columns.map(({ key, label }) => (
          <MenuCheckItem key={key} checked={!without.has(key)} onSelect={(event) => event.preventDefault()} onCheckedChange={() => setParams({ without: toggled(without, key) }, { replace: true })}>
            {label}
          </MenuCheckItem>
        ))}
      </Menu>
      <Views place={place} />
    </div>
  );
}

function Views({ place }: { place: string }) {
  const [views, setViews] = useState(() => viewsOf(place));
  const [naming, setNaming] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <Button>
            <Bookmark aria-hidden="true" />
            Views
          </Button>
        }
      >
        {views.length === 0 && <MenuLabel>None saved yet</MenuLabel>}
        {views.map(({ name, search }) => (
          <MenuItem key={name} onSelect={() => navigate(`${location.pathname}${search && `?${search}`}`)}>
            {name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setNaming(true)}>
          <BookmarkPlus aria-hidden="true" />
          Save this view
        </MenuItem>
        {views.map(({ name }) => (
          <MenuItem key={name} destructive onSelect={() => setViews(dropView(place, name))}>
            <Trash2 aria-hidden="true" />
            Delete “{name}”
          </MenuItem>
        ))}
      </Menu>
      {naming && (
        <NameDialog
          title="Save this view"
          description="Filters, order and columns are kept in this browser."
          label="Name"
          submitLabel="Save"
          onSubmit={async (name) => {
            setViews(keepView(place, { name, search: worthKeeping(location.search) }));
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}
