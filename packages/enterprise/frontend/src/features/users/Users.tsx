import { Button } from "@verbatim/ui/button";
import { SearchField } from "@verbatim/ui/search-field";
import { Select } from "@verbatim/ui/select";
import { EmptyState } from "@verbatim/ui/states";
import { useQuery } from "@tanstack/react-query";
import { Download, FileUp, SearchX, UserPlus } from "lucide-react";
import { useCallback, useState } from "react";
import { DataTable } from "@/components/DataTable";
import { TableTools } from "@/components/TableTools";
import { withoutOf } from "@verbatim/ui/saved-views";
import { t } from "@verbatim/ui/texts";
import { Section } from "@/components/Section";
import { oneOf, pageOf, useUrlState } from "@/lib/location";
import { INSTALLATION_ROLES, optionsOf } from "@/lib/roles";
import type { Me } from "@/lib/session";
import { ORDERS, turned } from "@/lib/sorting";
import { exportAddress, SORTS, usersQuery, type Role, type Wanted } from "./api";
import { columns, STATUSES } from "./columns";
import { ImportDialog } from "./ImportDialog";
import { NewUserDialog } from "./NewUserDialog";

const ROLES: readonly Role[] = ["admin", "user_manager", "auditor", "operator", "user", "viewer"];
const STATES = ["active", "pending", "deactivated"] as const;
const any = (label: string) => ({ value: "", label });
const roleOptions = [any(t("All roles")), ...optionsOf(INSTALLATION_ROLES)];
const stateOptions = [any(t("All states")), ...optionsOf(STATUSES)];

function wantedOf(params: URLSearchParams): Wanted {
  return {
    search: params.get("search") ?? undefined,
    role: oneOf(params.get("role"), ROLES),
    status: oneOf(params.get("status"), STATES),
    sort_by: oneOf(params.get("sort"), SORTS),
    sort_order: oneOf(params.get("order"), ORDERS),
  };
}

export function Users({ me }: { me: Me }) {
  const [params, setParams] = useUrlState();
  const [adding, setAdding] = useState(false);
  const [file, setFile] = useState(false);
  const wanted = wantedOf(params);
  const users = useQuery(usersQuery(wanted, pageOf(params), params.get("cursor") ?? undefined));
  const filter = useCallback((changes: Record<string, string | null>) => setParams({ ...changes, page: null, cursor: null }, { replace: true }), [setParams]);
  const find = useCallback((search: string) => filter({ search }), [filter]);
  const sort = (column: string) => filter(turned(column, wanted, "username"));

  const shown = columns(me, wanted, sort);
  return (
    <Section
      flush
      untitled
      title={t("Accounts")}
      purpose={t("Everybody who can sign in to this server, and who waits for approval.")}
      actions={
        <>
          <Button asChild>
            <a href={exportAddress(wanted)} download>
              <Download aria-hidden="true" />
              {t("Export as CSV")}
            </a>
          </Button>
          <Button onClick={() => setFile(true)}>
            <FileUp aria-hidden="true" />
            {t("From a file")}
          </Button>
          <Button variant="primary" onClick={() => setAdding(true)}>
            <UserPlus aria-hidden="true" />
            {t("New account")}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap gap-2 px-5 pb-4">
        <SearchField label={t("Search accounts")} value={wanted.search ?? ""} onChange={find} className="min-w-0 grow basis-56 sm:max-w-sm" />
        <Select aria-label={t("Role")} className="grow basis-32 sm:w-40 sm:grow-0 sm:basis-auto" value={wanted.role ?? ""} options={roleOptions} onValueChange={(role) => filter({ role })} />
        <Select aria-label={t("State")} className="grow basis-32 sm:w-44 sm:grow-0 sm:basis-auto" value={wanted.status ?? ""} options={stateOptions} onValueChange={(status) => filter({ status })} />
        <TableTools place="users" columns={shown.slice(1).filter(({ quiet }) => !quiet)} />
      </div>
      <DataTable
        label={t("Accounts")}
        noun="accounts"
        columns={shown}
        without={withoutOf(params)}
        query={users}
        keyOf={(user) => user.id}
        onPageChange={(page, cursor) => setParams({ page, cursor })}
        empty={
          <EmptyState icon={<SearchX aria-hidden="true" />} title={t("No such account")} action={<Button onClick={() => filter({ search: null, role: null, status: null })}>{t("Show all accounts")}</Button>}>
            {t("Nothing fits the search and the filters.")}
          </EmptyState>
        }
      />
      {file && <ImportDialog onClose={() => setFile(false)} />}
      {adding && <NewUserDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
