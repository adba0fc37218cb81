import { Badge, type Tone } from "@verbatim/ui/badge";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { Tooltip } from "@verbatim/ui/tooltip";
import { t } from "@verbatim/ui/texts";
import { ShieldCheck } from "lucide-react";
import type { Column } from "@/components/DataTable";
import { Person } from "@/components/Person";
import { INSTALLATION_ROLES } from "@/lib/roles";
import type { Me } from "@/lib/session";
import { sorting } from "@/lib/sorting";
import type { User, Wanted } from "./api";
import { UserMenu } from "./UserMenu";

export const STATUSES: Record<User["status"], { label: string; tone: Tone }> = {
  pending: { label: t("Waits for approval"), tone: "warning" },
  active: { label: t("Active"), tone: "success" },
  deactivated: { label: t("Deactivated"), tone: "neutral" },
};

function State({ user }: { user: User }) {
  const { tone, label } = STATUSES[user.status];
  return <Badge tone={tone}>{label}</Badge>;
}

export function columns(me: Me, wanted: Wanted, sort: (column: string) => void): Column<User>[] {
  const sortable = (column: string, isDefault = false) => sorting(column, wanted, sort, isDefault);
  return [
    { key: "person", label: t("Account"), ...sortable("username", true), cell: (user) => <Person person={user} isMe={user.id === me.id} /> },
    { key: "role", label: t("Role"), className: "w-32", from: "sm", cell: (user) => INSTALLATION_ROLES[user.role]?.label ?? user.role },
    {
      key: "status",
      label: t("State"),
      className: "w-44", from: "md",
      cell: (user) => (
        <span className="flex items-center gap-2">
          <State user={user} />
          {user.has_second_factor && (
            <Tooltip label={t("Uses a second factor")}>
              <ShieldCheck role="img" aria-label={t("Uses a second factor")} className="size-4 text-success" />
            </Tooltip>
          )}
        </span>
      ),
    },
    {
      key: "teams",
      label: t("Teams"),
      className: "w-44", from: "xl",
      cell: (user) => (
        <span className="block truncate text-muted-foreground" title={user.teams.map(({ name }) => name).join(", ")}>
          {user.teams.map(({ name }) => name).join(", ") || t("None")}
        </span>
      ),
    },
    {
      key: "last",
      label: t("Last sign-in"),
      className: "w-36", from: "lg",
      ...sortable("last_sign_in_at"),
      cell: (user) => (user.last_sign_in_at ? <TimeAgo iso={user.last_sign_in_at} className="text-muted-foreground" /> : <span className="text-muted-foreground">{t("Never")}</span>),
    },
    { key: "actions", label: t("Actions"), quiet: true, className: "w-14 text-right", cell: (user) => <UserMenu me={me} user={user} /> },
  ];
}
