import { useQuery } from "@tanstack/react-query";
import { PublicPage, TextLink } from "@/components/PublicPage";
import { Waiting } from "@/components/Waiting";
import { AccountForm, type AccountData } from "@/features/accounts/AccountForm";
import { setUp, signIn } from "@/features/accounts/api";
import { beginAt, setupQuery } from "@/lib/session";
import { forgetSetupToken, useSetupToken } from "@/lib/setupToken";
import { t } from "@verbatim/ui/texts";

async function begin(data: AccountData) {
  await setUp(data);
  forgetSetupToken();
  await signIn(data.username, data.password);
  beginAt("/");
}

/** The first administrator. */
export default function SetupPage() {
  const setup = useQuery(setupQuery);
  const token = useSetupToken();
  if (setup.data?.setup_required === false) {
    return (
      <PublicPage title={t("This server is set up")} purpose={t("It has an administrator already. Ask them for an invitation, or sign in.")}>
        <TextLink href="/login">{t("Go to the sign-in")}</TextLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("Welcome to Verbatim")} purpose={t("This server is new. Make the first account: it administers everything, and starts with a first team.")}>
      <Waiting query={setup} height="h-96">
        {() => <AccountForm key={token} submitLabel={t("Set up this server")} setupToken={token} onSubmit={begin} />}
      </Waiting>
    </PublicPage>
  );
}
