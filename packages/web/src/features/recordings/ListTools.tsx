import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { Field, Input } from "@verbatim/ui/field";
import { toggled, withoutOf, worthKeeping } from "@verbatim/ui/saved-views";
import { ColumnsMenu, ViewsMenu } from "@verbatim/ui/table-menus";
import { t } from "@verbatim/ui/texts";
import { useState, type SubmitEvent } from "react";
import { useNavigate } from "react-router";
import { useUrlState } from "@/lib/url-state";
import { COLUMNS, dropView, keepView, LONGEST_NAME, useViews } from "./views";

/** Which columns the list has, and its views: filters, order and columns under a name. */
export function ListTools() {
  const [params, set] = useUrlState();
  const without = withoutOf(params);
  return (
    <>
      <ColumnsMenu className="max-lg:hidden" columns={COLUMNS} without={without} onToggle={(key) => set({ without: toggled(without, key) }, { replace: true })} />
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
      <ViewsMenu views={views} onOpen={(search) => void navigate({ search })} onDrop={dropView} onSave={() => setNaming(true)} />
      <Dialog open={naming} onOpenChange={setNaming} title={t("Save this view")} description={t("Filters, order and columns are kept in this browser.")}>
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
      <Field label={t("Name")}>{(control) => <Input {...control} value={name} maxLength={LONGEST_NAME} onChange={(event) => setName(event.target.value)} />}</Field>
      <Button type="submit" variant="primary" className="self-end" disabled={!name.trim()}>
        {t("Save")}
      </Button>
    </form>
  );
}
