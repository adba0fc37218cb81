import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { PublicPage, TextLink } from "@/components/PublicPage";
import { Waiting } from "@/components/Waiting";
import { AccountForm, type AccountData } from "@/features/accounts/AccountForm";
import { register } from "@/features/accounts/api";
import type { Schemas } from "@/lib/client";
import { navigate } from "@/lib/navigate";
import { setupQuery } from "@/lib/session";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";

type Setup = Schemas["SetupState"];

function purposeOf({ registration, registration_domains }: Setup): string {
  if (registration === "domains") return t("Open to e-mail addresses at {registration_domains}. A link comes by mail; open it to begin.", { registration_domains: registration_domains.join(", ") });
  return t("An administrator approves new accounts. You can sign in as soon as that has happened.");
}

export default function RegisterPage() {
  const setup = useQuery(setupQuery);
  const made = useMutation({
    mutationFn: async (data: AccountData) => {
      await register(data);
      return data;
    },
    meta: { quiet: true },
  });
  const isNew = setup.data?.setup_required === true;
  useEffect(() => {
    if (isNew) navigate("/setup", { replace: true });
  }, [isNew]);
  const after = (
    <>
      {rich("You have an account? {textLink}", { textLink: <TextLink href="/login">{t("Sign in")}</TextLink> })}
    </>
  );

  if (made.data) {
    return setup.data?.registration === "domains" ? <Mailed email={made.data.email} /> : <Waits />;
  }
  if (setup.data?.registration === "closed") {
    return (
      <PublicPage title={t("Accounts are made by administrators")} purpose={t("On this server nobody registers by themselves. Ask an administrator for an invitation.")} after={after}>
        <TextLink href="/login">{t("Go to the sign-in")}</TextLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("Create an account")} purpose={setup.data && purposeOf(setup.data)} after={after}>
      <Waiting query={setup} height="h-96">
        {() => <AccountForm submitLabel={t("Create the account")} onSubmit={made.mutateAsync} />}
      </Waiting>
    </PublicPage>
  );
}

function Mailed({ email }: { email: string }) {
  return (
    <Done title={t("Look into your mail")}>
      {rich("If {email} can have an account here, a link is on its way to it. Open it within a day to choose your password and begin. Whoever has an account already is told so.", { email: <strong className="font-semibold">{email}</strong> })}
    </Done>
  );
}

function Waits() {
  return (
    <Done title={t("Your request waits for approval")}>
      {t("An administrator has to approve your account before you can sign in; tell them, so that it does not take long. If your user name was taken, sign in with your e-mail address. Whoever had an account before signs in as ever.")}
    </Done>
  );
}

function Done({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PublicPage title={title} after={<TextLink href="/login">{t("Go to the sign-in")}</TextLink>}>
      <div role="status" className="flex items-start gap-3 text-sm leading-relaxed">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-success" />
        <p>{children}</p>
      </div>
    </PublicPage>
  );
}
