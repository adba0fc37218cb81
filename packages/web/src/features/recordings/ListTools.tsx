import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from "@verbatim/ui/menu";
import { Bookmark, BookmarkPlus, Columns3, Trash2 } from "lucide-react";
import { useState, type SubmitEvent } from "react";
import { useNavigate } from "react-router";
import { useUrlState } from "@/lib/url-state";
import { COLUMNS, dropView, keepView, LONGEST_NAME, toggled, useViews, withoutOf, worthKeeping } from "./views";

/** Which columns the list has, and its views: filters, order and columns under a name. */
export function ListTools() {
  const [params, set] = useUrlState();
  const without = withoutOf(params);
  return (
    <>
      <Menu
        trigger={
          <Button className="max-lg:hidden">
            <Columns3 aria-hidden="true" />
            Columns
          </Button>
        }
      >
        {COLUMNS.map(({ id, label }) => (
          <MenuCheckItem key={id} checked={!without.has(id)} onSelect={(event) => event.preventDefault()} onCheckedChange={() => set({ without: toggled(without, id) }, { replace: true })}>
            {label}
          </MenuCheckItem>
        ))}
      </Menu>
      <Views params={params} />
    </>
  );
}

function Views({ params }: { params: URLSearchParams }) {
  const views = useViews();
  const [naming, setNaming] = useState(false);
  const navigate = useNavigate();
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
          <MenuItem key={name} onSelect={() => void navigate({ search })}>
            <span dir="auto">{name}</span>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setNaming(true)}>
          <BookmarkPlus aria-hidden="true" />
          Save this view
        </MenuItem>
        {views.map(({ name }) => (
          <MenuItem key={name} destructive onSelect={() => dropView(name)}>
            <Trash2 aria-hidden="true" />
            Delete “{name}”
          </MenuItem>
        ))}
      </Menu>
      <Dialog open={naming} onOpenChange={setNaming} title="Save this view" description="Filters, order and columns are kept in this browser.">
        <NameForm onSave={(name) => (keepView({ name, search: worthKeeping(params) }), setNaming(false))} />
      </Dialog>
    </>
  );
}

function NameForm({ onSave }: { onSave: (name: string) => void }) {
  const [name, setName] = useState("");
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name.trim()) onSave(name.trim());
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <Field label="Name">{(control) => <Input {...control} value={name} maxLength={LONGEST_NAME} onChange={(event) => setName(event.target.value)} />}</Field>
      <Button type="submit" variant="primary" className="self-end" disabled={!name.trim()}>
        Save
      </Button>
    </form>
  );
}
