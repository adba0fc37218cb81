import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { PublicPage, TextLink } from "@/components/PublicPage";
import { Waiting } from "@/components/Waiting";
import { AccountForm, type AccountData } from "@/features/accounts/AccountForm";
import { register, signIn } from "@/features/accounts/api";
import type { Schemas } from "@/lib/client";
import { navigate } from "@/lib/location";
import { beginAt, setupQuery } from "@/lib/session";

type Setup = Schemas["SetupState"];

function purposeOf({ registration, registration_domains }: Setup): string {
  if (registration === "domains") return `Open to e-mail addresses at ${registration_domains.join(", ")}. A link comes by mail; open it to begin.`;
  return "An administrator approves new accounts. You can sign in as soon as that has happened.";
}

export default function RegisterPage() {
  const setup = useQuery(setupQuery);
  const made = useMutation({
    mutationFn: async (data: AccountData) => {
      const account = await register(data);
      if (account.is_active) {
        await signIn(data.username, data.password);
        beginAt("/");
      }
      return account;
    },
    meta: { quiet: true },
  });
  const isNew = setup.data?.setup_required === true;
  useEffect(() => {
    if (isNew) navigate("/setup", { replace: true });
  }, [isNew]);
  const after = (
    <>
      You have an account? <TextLink href="/login">Sign in</TextLink>
    </>
  );

  if (made.data && !made.data.is_active) {
    return setup.data?.registration === "domains" ? <Mailed email={made.data.email} /> : <Waits name={made.data.username} />;
  }
  if (setup.data?.registration === "closed") {
    return (
      <PublicPage title="Accounts are made by administrators" purpose="On this server nobody registers by themselves. Ask an administrator for an invitation." after={after}>
        <TextLink href="/login">Go to the sign-in</TextLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title="Create an account" purpose={setup.data && purposeOf(setup.data)} after={after}>
      <Waiting query={setup} height="h-96">
        {() => <AccountForm submitLabel="Create the account" onSubmit={made.mutateAsync} />}
      </Waiting>
    </PublicPage>
  );
}

function Mailed({ email }: { email: string }) {
  return (
    <Done title="Look into your mail">
      A link is on its way to <strong className="font-semibold">{email}</strong>. Open it within a day to choose your password and begin.
    </Done>
  );
}

function Waits({ name }: { name: string }) {
  return (
    <Done title="Your account waits for approval">
      The account <strong dir="auto" className="font-semibold">{name}</strong> was made. An administrator has to approve it before you can sign in; tell them, so that it does not take long.
    </Done>
  );
}

function Done({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PublicPage title={title} after={<TextLink href="/login">Go to the sign-in</TextLink>}>
      <div role="status" className="flex items-start gap-3 text-sm leading-relaxed">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-success" />
        <p>{children}</p>
      </div>
    </PublicPage>
  );
}
