/** Roles in a team, as what they can do. */
export const ROLES: Readonly<Record<string, { label: string; may: string }>> = {
  owner: { label: "Owner", may: "Does everything, also deletes the team" },
  admin: { label: "Admin", may: "Manages members, workspaces and invitations" },
  member: { label: "Member", may: "Adds, corrects and deletes recordings" },
  viewer: { label: "Viewer", may: "Reads and listens, changes nothing" },
};

/** Roles in the installation. */
export const INSTALLATION_ROLES: Readonly<Record<string, { label: string; may: string }>> = {
  admin: { label: "Administrator", may: "Manages users, teams and settings" },
  user_manager: { label: "User manager", may: "Looks after accounts, but not after those who may do more" },
  auditor: { label: "Auditor", may: "Reads the audit log" },
  operator: { label: "Operator", may: "Looks after health and jobs" },
  user: { label: "User", may: "Works in the teams they belong to" },
  viewer: { label: "Viewer", may: "Reads in the teams they belong to" },
};

export const optionsOf = (roles: Readonly<Record<string, { label: string }>>) => Object.entries(roles).map(([value, { label }]) => ({ value, label }));
