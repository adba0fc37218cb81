import { Waiting } from "@/components/Waiting";
import { Users } from "@/features/users/Users";
import { useMe } from "@/lib/session";

export default function UsersPage() {
  const me = useMe();
  return (
    <Waiting query={me} height="h-72">
      {(person) => <Users me={person} />}
    </Waiting>
  );
}
