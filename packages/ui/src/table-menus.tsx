import { Bookmark, BookmarkPlus, Columns3, Trash2 } from "lucide-react";
import { Button } from "./button";
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from "./menu";
import type { View } from "./saved-views";
import { t } from "./texts";
import { rich } from "./rich";

interface ColumnsMenuProps {
  /** Those that may be left out. */
  columns: readonly { key: string; label: string }[];
  without: ReadonlySet<string>;
  onToggle: (key: string) => void;
  className?: string;
}

/** Which columns a table has. */
export function ColumnsMenu({ columns, without, onToggle, className }: ColumnsMenuProps) {
  return (
    <Menu
      trigger={
        <Button className={className}>
          <Columns3 aria-hidden="true" />
          {t("Columns")}
        </Button>
      }
    >
      {columns.map(({ key, label }) => (
        <MenuCheckItem key={key} checked={!without.has(key)} onSelect={(event) => event.preventDefault()} onCheckedChange={() => onToggle(key)}>
          {label}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}

interface ViewsMenuProps {
  views: readonly View[];
  onOpen: (search: string) => void;
  onDrop: (name: string) => void;
  /** Asks for a name. */
  onSave: () => void;
}

/** The views of a table: filters, order and columns under a name. */
export function ViewsMenu({ views, onOpen, onDrop, onSave }: ViewsMenuProps) {
  return (
    <Menu
      trigger={
        <Button>
          <Bookmark aria-hidden="true" />
          {t("Views")}
        </Button>
      }
    >
      {views.length === 0 && <MenuLabel>{t("None saved yet")}</MenuLabel>}
      {views.map(({ name, search }) => (
        <MenuItem key={name} onSelect={() => onOpen(search)}>
          <span dir="auto">{name}</span>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={onSave}>
        <BookmarkPlus aria-hidden="true" />
        {t("Save this view")}
      </MenuItem>
      {views.map(({ name }) => (
        <MenuItem key={name} destructive onSelect={() => onDrop(name)}>
          <Trash2 aria-hidden="true" />
          {rich("Delete “{name}”", { name })}
        </MenuItem>
      ))}
    </Menu>
  );
}
