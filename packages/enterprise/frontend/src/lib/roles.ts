import { t } from "@verbatim/ui/texts";
/** Roles in a team, as what they can do. */
export const ROLES: Readonly<Record<string, { label: string; may: string }>> = {
  owner: { label: t("Owner"), may: t("Does everything, also deletes the team") },
  admin: { label: t("Admin"), may: t("Manages members, workspaces and invitations") },
  member: { label: t("Member"), may: t("Adds, corrects and deletes recordings") },
  viewer: { label: t("Viewer"), may: t("Reads and listens, changes nothing") },
};

/** Roles in the installation. */
export const INSTALLATION_ROLES: Readonly<Record<string, { label: string; may: string }>> = {
  admin: { label: t("Administrator"), may: t("Manages users, teams and settings") },
  user_manager: { label: t("User manager"), may: t("Looks after accounts, but not after those who may do more") },
  auditor: { label: t("Auditor"), may: t("Reads the audit log") },
  operator: { label: t("Operator"), may: t("Looks after health and jobs") },
  user: { label: t("User"), may: t("Works in the teams they belong to") },
  viewer: { label: t("Viewer"), may: t("Reads in the teams they belong to") },
};

export const optionsOf = (roles: Readonly<Record<string, { label: string }>>) => Object.entries(roles).map(([value, { label }]) => ({ value, label }));
