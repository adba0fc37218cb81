import { Waiting } from "@/components/Waiting";
import { Identities } from "@/features/account/Identities";
import { Password } from "@/features/account/Password";
import { Profile } from "@/features/account/Profile";
import { SecondFactor } from "@/features/account/SecondFactor";
import { Sessions } from "@/features/account/Sessions";
import { useMe } from "@/lib/session";

export default function AccountPage() {
  const me = useMe();
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <Waiting query={me} height="h-72">
        {(person) => (
          <>
            <Profile me={person} />
            <Password me={person} />
            <SecondFactor me={person} />
            <Identities me={person} />
            <Sessions />
          </>
        )}
      </Waiting>
    </div>
  );
}
