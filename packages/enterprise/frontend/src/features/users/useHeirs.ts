import { useQuery } from "@tanstack/react-query";
import { nameOf } from "@/lib/session";
import { usersQuery, type User } from "./api";

const MANY = 200;

/** Who could take over what only this person is responsible for, as choices; at most two hundred. */
export function useHeirs(user: User, enabled = true): readonly { value: string; label: string }[] {
  const { data } = useQuery({ ...usersQuery({ status: "active" }, 1, MANY), enabled });
  return (data?.items ?? []).filter(({ id }) => id !== user.id).map((other) => ({ value: other.id, label: `${nameOf(other)} (${other.email})` }));
}
