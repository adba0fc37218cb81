import { api, unwrap, type Schemas } from "@/lib/client";

export type NewAccount = Schemas["RegisterRequest"];
export type Invitation = Schemas["InviteLookup"];

export const setUp = (body: NewAccount) => unwrap(api.POST("/api/auth/setup", { body }));

export const register = (body: NewAccount) => unwrap(api.POST("/api/auth/register", { body }));

/** Returns whether that was enough; otherwise a second factor comes next. */
export async function signIn(username: string, password: string): Promise<boolean> {
  const answer = await unwrap(api.POST("/api/auth/login", { body: { username, password } }));
  return "access_token" in answer;
}

export const askForReset = (username: string) => unwrap(api.POST("/api/auth/reset", { body: { username } }));

export const confirmReset = (token: string, password: string) => unwrap(api.POST("/api/auth/reset/confirm", { body: { token, new_password: password } }));

export const lookUpInvite = (token: string) => unwrap(api.GET("/api/invites/{token}", { params: { path: { token } } }));

export const acceptInvite = (token: string, body: Schemas["InviteAccept"]) => unwrap(api.POST("/api/invites/{token}/accept", { params: { path: { token } }, body }));
