import { toggled, withoutOf, worthKeeping } from "@verbatim/ui/saved-views";
import { ColumnsMenu, ViewsMenu } from "@verbatim/ui/table-menus";
import { t } from "@verbatim/ui/texts";
import { useState } from "react";
import { NameDialog } from "@/components/NameDialog";
import { useUrlState } from "@/lib/location";
import { navigate } from "@/lib/navigate";
import { dropView, keepView, viewsOf } from "@/lib/views";

interface TableToolsProps {
  /** Which table it is, for the views that are kept. */
  place: string;
  /** Those that may be left out; both stand in the address, as filters and order do. */
  columns: readonly { key: string; label: string }[];
  /** Not where searches are kept on the server already. */
  saves?: boolean;
}

/** Which columns a table has, and its views: filters, order and columns under a name. */
export function TableTools({ place, columns, saves = true }: TableToolsProps) {
  const [params, setParams] = useUrlState();
  const without = withoutOf(params);
  return (
    <div className="flex flex-wrap gap-2">
      <ColumnsMenu columns={columns} without={without} onToggle={(key) => setParams({ without: toggled(without, key) }, { replace: true })} />
      {saves && <Views place={place} />}
    </div>
  );
}

function Views({ place }: { place: string }) {
  const [views, setViews] = useState(() => viewsOf(place));
  const [naming, setNaming] = useState(false);
  return (
    <>
      <ViewsMenu
        views={views}
        onOpen={(search) => navigate(`${location.pathname}${search && `?${search}`}`)}
        onDrop={(name) => setViews(dropView(place, name))}
        onSave={() => setNaming(true)}
      />
      {naming && (
        <NameDialog
          title={t("Save this view")}
          description={t("Filters, order and columns are kept in this browser.")}
          label={t("Name")}
          submitLabel={t("Save")}
          onSubmit={async (name) => {
            setViews(keepView(place, { name, search: worthKeeping(location.search) }));
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}
