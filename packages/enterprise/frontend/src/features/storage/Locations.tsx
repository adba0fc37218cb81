import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { bytes, count } from "@verbatim/ui/format";
import { EmptyState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { HardDrive, Plus } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { locationsQuery, type Location } from "./api";
import { titles, whereOf } from "./description";
import { LocationDialog } from "./LocationDialog";
import { LocationMenu } from "./LocationMenu";
import { MoveProgress } from "./MoveProgress";

const columns = (all: readonly Location[]): Column<Location>[] => [
  {
    key: "name",
    label: t("Location"),
    cell: (location) => (
      <span className="block min-w-0">
        <span dir="auto" className="block truncate font-medium">
          {location.name}
        </span>
        <span className="block truncate text-xs text-muted-foreground" title={whereOf(location)}>
          {whereOf(location)}
        </span>
      </span>
    ),
  },
  { key: "type", label: t("Kind"), className: "w-28", from: "sm", cell: ({ type }) => <span className="text-muted-foreground">{titles[type]}</span> },
  {
    key: "use",
    label: t("Use"),
    className: "w-52", from: "md",
    cell: ({ is_default, locked, available, stands_in, team_ids }) => (
      <span className="flex flex-wrap gap-1">
        {is_default && <Badge tone="success">{t("Takes new files")}</Badge>}
        {team_ids.length > 0 && <Badge tone="info">{team_ids.length === 1 ? t("Of one team") : t("Of {count} teams", { count: count(team_ids.length) })}</Badge>}
        {stands_in && <Badge tone="info">{t("Stands in")}</Badge>}
        {locked && <Badge tone="outline">{t("Environment")}</Badge>}
        {!available && <Badge tone="danger">{t("Not set up here")}</Badge>}
      </span>
    ),
  },
  {
    key: "files",
    label: t("Files"),
    className: "w-32 text-right",
    cell: ({ file_count, total_bytes }) => (
      <span className="block tabular-nums">
        {count(file_count)}
        <span className="block text-xs text-muted-foreground">{bytes(total_bytes)}</span>
      </span>
    ),
  },
  {
    key: "actions",
    label: t("Actions"),
    quiet: true,
    className: "w-14 text-right",
    cell: (location) => <LocationMenu location={location} others={all.filter(({ id, available }) => id !== location.id && available)} />,
  },
];

export function Locations() {
  const [adding, setAdding] = useState(false);
  const locations = useQuery(locationsQuery(1));
  const all = locations.data?.items ?? [];
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t("New location")}
    </Button>
  );
  return (
    <>
      <MoveProgress locations={all} />
      <Section flush title={t("Locations")} purpose={t("Where recordings lie. Each remembers its place; the default takes new ones.")} actions={add}>
        <DataTable
          label={t("Locations")}
          noun="locations"
          columns={columns(all)}
          query={locations}
          keyOf={(location) => location.id}
          empty={<EmptyState icon={<HardDrive aria-hidden="true" />} title={t("No location yet")} action={add} />}
        />
        {adding && <LocationDialog onClose={() => setAdding(false)} />}
      </Section>
    </>
  );
}
