import { Badge, type Tone } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { Segmented } from "@verbatim/ui/segmented";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import { Section } from "@/components/Section";
import { oneOf, pageOf, useUrlState } from "@/lib/location";
import { keysQuery, type Key, type KeyStatus, type KeyWithSecret } from "./api";
import { KeyMenu } from "./KeyMenu";
import { KeySecretDialog } from "./KeySecretDialog";
import { NewKeyDialog } from "./NewKeyDialog";
import { described } from "./scopes";

const STATES: readonly KeyStatus[] = ["active", "expired", "revoked"];
const shown: Record<KeyStatus, { label: string; tone: Tone }> = {
  active: { label: t("Works"), tone: "success" },
  expired: { label: t("Expired"), tone: "warning" },
  revoked: { label: t("Revoked"), tone: "neutral" },
};
const filters = [{ value: "all", label: t("All") }, ...STATES.map((value) => ({ value: value as string, label: shown[value].label }))];

const placeOf = ({ team_name, workspace_name }: Key): string => (workspace_name ? `${team_name ?? ""} › ${workspace_name}` : (team_name ?? t("All your teams")));

const columns = (onSecret: (key: KeyWithSecret) => void): Column<Key>[] => [
  {
    key: "name",
    label: t("Key"),
    cell: (item) => (
      <span className="block min-w-0">
        <span dir="auto" className="block truncate font-medium" title={item.name}>
          {item.name}
        </span>
        <span className="block truncate font-mono text-xs text-muted-foreground">{item.start}…</span>
      </span>
    ),
  },
  {
    key: "scopes",
    label: t("May"),
    from: "md",
    cell: (item) => (
      <span className="block min-w-0">
        <span className="line-clamp-2 text-sm" title={described(item.scopes)}>
          {described(item.scopes)}
        </span>
        <span className="block truncate text-xs text-muted-foreground">{placeOf(item)}</span>
      </span>
    ),
  },
  {
    key: "state",
    label: t("State"),
    className: "w-28",
    cell: (item) => <Badge tone={shown[item.status].tone}>{shown[item.status].label}</Badge>,
  },
  {
    key: "used",
    label: t("Last used"),
    className: "w-32", from: "sm",
    cell: (item) => (item.last_used_at ? <TimeAgo iso={item.last_used_at} className="text-muted-foreground" /> : <span className="text-muted-foreground">{t("Never")}</span>),
  },
  {
    key: "expires",
    label: t("Ends"),
    className: "w-32", from: "lg",
    cell: (item) => (item.expires_at ? <TimeAgo iso={item.expires_at} className="text-muted-foreground" /> : <span className="text-muted-foreground">{t("When revoked")}</span>),
  },
  { key: "actions", label: t("Actions"), quiet: true, className: "w-14 text-right", cell: (item) => <KeyMenu item={item} onSecret={onSecret} /> },
];

export function Keys() {
  const [params, setParams] = useUrlState();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<KeyWithSecret | null>(null);
  const status = oneOf(params.get("state"), STATES);
  const keys = useQuery(keysQuery({ status, page: pageOf(params) }));
  const make = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden="true" />
      {t("New key")}
    </Button>
  );
  return (
    <Section flush untitled title={t("Your API keys")} purpose={t("Programs sign in with them and act for you, within the limits that you give each.")} actions={make}>
      <div className="overflow-x-auto px-5 pb-4">
        <Segmented label={t("State")} value={status ?? "all"} options={filters} onValueChange={(value) => setParams({ state: value === "all" ? null : value, page: null }, { replace: true })} />
      </div>
      <DataTable
        label={t("API keys")}
        noun="keys"
        columns={columns(setMade)}
        query={keys}
        keyOf={(item) => item.id}
        onPageChange={(page) => setParams({ page })}
        empty={
          <EmptyState
            icon={<KeyRound aria-hidden="true" />}
            title={status ? t("No such key") : t("You have no keys yet")}
            action={status ? <Button onClick={() => setParams({ state: null, page: null })}>{t("Show all")}</Button> : make}
          >
            {status ? t("None is in this state.") : t("Make one for each program, so that each can be stopped alone.")}
          </EmptyState>
        }
      />
      {making && <NewKeyDialog onClose={() => setMaking(false)} onMade={setMade} />}
      {made && <KeySecretDialog made={made} onClose={() => setMade(null)} />}
    </Section>
  );
}
