import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap, type Schemas } from "@/lib/client";

export type Team = Schemas["TeamResponse"];
export type Member = Schemas["MemberResponse"];
export type Workspace = Schemas["WorkspaceResponse"];
export type Invite = Schemas["InviteResponse"];
export type InviteWithLink = Schemas["InviteWithLink"];
export type TeamRole = Schemas["TeamRole"];
export type InviteState = Schemas["InviteState"];

const ROOT = ["verbatim-enterprise", "teams"] as const;
export const PAGE_SIZE = 25;

interface Listed {
  search: string;
  page: number;
}

const query = ({ search, page }: Listed, size = PAGE_SIZE) => ({ search: search || undefined, page, page_size: size });

export const TEAM_SORTS = ["name", "created_at"] as const;

export interface WantedTeams extends Listed {
  all?: boolean;
  cursor?: string;
  sort_by?: (typeof TEAM_SORTS)[number];
  sort_order?: "asc" | "desc";
}

export const teamsQuery = (wanted: WantedTeams) =>
  queryOptions({
    queryKey: [...ROOT, "list", wanted],
    queryFn: ({ signal }) => unwrap(api.GET("/api/teams", { signal, params: { query: { ...wanted, ...query(wanted), count: "capped" } } })),
    placeholderData: keepPreviousData,
  });

export const teamQuery = (team: string) =>
  queryOptions({
    queryKey: [...ROOT, team],
    queryFn: ({ signal }) => unwrap(api.GET("/api/teams/{team_id}", { signal, params: { path: { team_id: team } } })),
  });

export const membersQuery = (team: string, wanted: Listed, size = PAGE_SIZE) =>
  queryOptions({
    queryKey: [...ROOT, team, "members", wanted, size],
    queryFn: ({ signal }) => unwrap(api.GET("/api/teams/{team_id}/members", { signal, params: { path: { team_id: team }, query: query(wanted, size) } })),
    placeholderData: keepPreviousData,
  });

export const workspacesQuery = (team: string) =>
  queryOptions({
    queryKey: [...ROOT, team, "workspaces"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/teams/{team_id}/workspaces", { signal, params: { path: { team_id: team } } })),
  });

export const placeOfRecordingQuery = (recording_id: string) =>
  queryOptions({
    queryKey: [...ROOT, "recording", recording_id],
    queryFn: ({ signal }) => unwrap(api.GET("/api/recordings/{recording_id}", { signal, params: { path: { recording_id } } })),
  });

export const workspaceMembersQuery = (team: string, workspace: string) =>
  queryOptions({
    queryKey: [...ROOT, team, "workspaces", workspace],
    queryFn: ({ signal }) => unwrap(api.GET("/api/teams/{team_id}/workspaces/{workspace_id}/members", { signal, params: { path: { team_id: team, workspace_id: workspace } } })),
  });

export const invitesQuery = (team: string, wanted: { state?: InviteState; page: number }) =>
  queryOptions({
    queryKey: [...ROOT, team, "invites", wanted],
    queryFn: ({ signal }) => unwrap(api.GET("/api/teams/{team_id}/invites", { signal, params: { path: { team_id: team }, query: { ...wanted, page_size: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });

/** Everything about teams is read anew after a change: it is little, and much of it hangs together. */
export function useRefreshTeams(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ROOT });
}

export const chooseTeam = (team_id: string) => unwrap(api.POST("/api/auth/team", { body: { team_id } }));
export const chooseWorkspace = (workspace_id: string | null) => unwrap(api.POST("/api/auth/workspace", { body: { workspace_id } }));
export const moveRecording = (id: string, workspace_id: string) => unwrap(api.POST("/api/recordings/move", { body: { ids: [id], workspace_id } }));
export const createTeam = (name: string) => unwrap(api.POST("/api/teams", { body: { name } }));

const inTeam = (team_id: string) => ({ params: { path: { team_id } } });
const ofUser = (team_id: string, user_id: string) => ({ params: { path: { team_id, user_id } } });
const inWorkspace = (team_id: string, workspace_id: string) => ({ params: { path: { team_id, workspace_id } } });
const ofInvite = (team_id: string, invite_id: string) => ({ params: { path: { team_id, invite_id } } });

export const renameTeam = (team: string, name: string) => unwrap(api.PATCH("/api/teams/{team_id}", { ...inTeam(team), body: { name } }));
export const leaveTeam = (team: string) => unwrap(api.POST("/api/teams/{team_id}/leave", inTeam(team)));
export const transferTeam = (team: string, user_id: string) => unwrap(api.POST("/api/teams/{team_id}/transfer", { ...inTeam(team), body: { user_id } }));
export const deleteTeam = (team: string, confirm: string, delete_content: boolean) =>
  unwrap(api.DELETE("/api/teams/{team_id}", { params: { path: { team_id: team }, query: { confirm, delete_content } } }));

export const addMember = (team: string, username: string, role: TeamRole) => unwrap(api.POST("/api/teams/{team_id}/members", { ...inTeam(team), body: { username, role } }));
export const changeMember = (team: string, user: string, role: TeamRole) => unwrap(api.PATCH("/api/teams/{team_id}/members/{user_id}", { ...ofUser(team, user), body: { role } }));
export const removeMember = (team: string, user: string) => unwrap(api.DELETE("/api/teams/{team_id}/members/{user_id}", ofUser(team, user)));

export const createInvite = (team: string, body: Schemas["InviteCreate"]) => unwrap(api.POST("/api/teams/{team_id}/invites", { ...inTeam(team), body }));
export const resendInvite = (team: string, invite: string) => unwrap(api.POST("/api/teams/{team_id}/invites/{invite_id}/resend", ofInvite(team, invite)));
export const revokeInvite = (team: string, invite: string) => unwrap(api.DELETE("/api/teams/{team_id}/invites/{invite_id}", ofInvite(team, invite)));

export const createWorkspace = (team: string, body: Schemas["WorkspaceCreate"]) => unwrap(api.POST("/api/teams/{team_id}/workspaces", { ...inTeam(team), body }));
export const updateWorkspace = (team: string, workspace: string, body: Schemas["WorkspaceUpdate"]) =>
  unwrap(api.PATCH("/api/teams/{team_id}/workspaces/{workspace_id}", { ...inWorkspace(team, workspace), body }));
export const deleteWorkspace = (team_id: string, workspace_id: string, move_to: string | undefined, confirm: string) =>
  unwrap(api.DELETE("/api/teams/{team_id}/workspaces/{workspace_id}", { params: { path: { team_id, workspace_id }, query: { move_to, confirm } } }));
export const addWorkspaceMember = (team: string, workspace: string, user_id: string) =>
  unwrap(api.POST("/api/teams/{team_id}/workspaces/{workspace_id}/members", { ...inWorkspace(team, workspace), body: { user_id } }));
export const removeWorkspaceMember = (team: string, workspace: string, user: string) =>
  unwrap(api.DELETE("/api/teams/{team_id}/workspaces/{workspace_id}/members/{user_id}", { params: { path: { team_id: team, workspace_id: workspace, user_id: user } } }));
