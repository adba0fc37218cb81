import { Waiting } from "@/components/Waiting";
import { Users } from "@/features/users/Users";
import { OnePerson } from "@/features/users/OnePerson";
import { useUrlState } from "@/lib/location";
import { useMe } from "@/lib/session";

export default function UsersPage() {
  const me = useMe();
  const [params] = useUrlState();
  const user = params.get("user");
  return (
    <Waiting query={me} height="h-72">
      {(person) => (user ? <OnePerson key={user} me={person} id={user} /> : <Users me={person} />)}
    </Waiting>
  );
}
