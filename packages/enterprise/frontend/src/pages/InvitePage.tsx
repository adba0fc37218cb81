import { Button } from "@verbatim/ui/button";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQuery } from "@tanstack/react-query";
import { FormError } from "@/components/FormError";
import { PublicPage, TextLink } from "@/components/PublicPage";
import { Waiting } from "@/components/Waiting";
import { AccountForm, type AccountData } from "@/features/accounts/AccountForm";
import { acceptInvite, lookUpInvite, signIn, type Invitation } from "@/features/accounts/api";
import { chooseTeam } from "@/features/teams/api";
import { InviteCard } from "@/features/accounts/InviteCard";
import { forgetInvitation, useInvitationToken } from "@/lib/invitation";
import { beginAt, meQuery, nameOf } from "@/lib/session";

const toSignIn = <TextLink href="/login">{t("Go to the sign-in")}</TextLink>;

export default function InvitePage() {
  const token = useInvitationToken();
  const invitation = useQuery({ queryKey: ["verbatim-enterprise", "invitation", token], queryFn: () => lookUpInvite(token), enabled: token !== "", staleTime: 0 });
  const error = invitation.error;
  if (token === "" || (error instanceof ApiError && [404, 410, 422].includes(error.status))) {
    return (
      <PublicPage title={t("This invitation cannot be used")} after={toSignIn}>
        <p className="text-sm leading-relaxed">{error && (error as ApiError).status !== 422 ? messageOf(error) : t("The link is not complete. Copy all of it, or ask for a new one.")}</p>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={invitation.data ? t("Join {team_name}", { team_name: invitation.data.team_name }) : t("Invitation")} purpose={t("You were invited to work with a team on this server.")} after={invitation.data?.needs === "account" && <OtherWay />}>
      <Waiting query={invitation} height="h-64">
        {(data) => (
          <>
            <InviteCard invitation={data} />
            {data.needs === "accept" && <AcceptAsMyself token={token} invitation={data} />}
            {data.needs === "account" && <AcceptAsNew token={token} invitation={data} />}
            {data.needs === "sign_in" && <SignInFirst />}
          </>
        )}
      </Waiting>
    </PublicPage>
  );
}

/** The same page for people who are signed in: the host asks whoever is not to sign in, and leads back. */
const WITH_SIGN_IN = "/join";

function OtherWay() {
  return (
    <>
      {rich("You have an account already? {textLink}", { textLink: <TextLink href={WITH_SIGN_IN}>{t("Sign in first")}</TextLink> })}
    </>
  );
}

function SignInFirst() {
  return (
    <>
      <p className="mb-5 text-sm leading-relaxed">{t("There is an account with the address that was invited. Sign in with it to join.")}</p>
      <Button asChild variant="primary" size="lg" className="w-full">
        <a href={WITH_SIGN_IN}>{t("Sign in")}</a>
      </Button>
    </>
  );
}

function AcceptAsNew({ token, invitation }: { token: string; invitation: Invitation }) {
  async function join({ username, email, display_name, password }: AccountData) {
    await acceptInvite(token, { username, email, display_name, password, use_current_account: false });
    forgetInvitation();
    await signIn(username, password);
    beginAt("/");
  }
  return <AccountForm submitLabel={t("Join {team_name}", { team_name: invitation.team_name })} email={invitation.bound ? invitation.email : null} onSubmit={join} />;
}

function AcceptAsMyself({ token, invitation }: { token: string; invitation: Invitation }) {
  const me = useQuery(meQuery);
  const join = useMutation({
    mutationFn: async (anyway: boolean) => {
      const { team_id } = await acceptInvite(token, { use_current_account: anyway });
      forgetInvitation();
      await chooseTeam(team_id);
      beginAt("/");
    },
    meta: { quiet: true },
  });
  const isOthers = join.error instanceof ApiError && join.error.code === "other_account" && !invitation.bound;
  const name = me.data ? nameOf(me.data) : "you";
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm leading-relaxed">
        {rich("You are signed in as {name}", { name: <strong dir="auto" className="font-semibold">{name}</strong> })}
        {invitation.email && me.data && invitation.email !== me.data.email ? t("; the invitation was sent to {email}.", { email: invitation.email }) : "."}
      </p>
      <FormError message={join.error ? messageOf(join.error) : undefined} />
      <Button variant="primary" size="lg" className="w-full" pending={join.isPending} onClick={() => join.mutate(isOthers)}>
        {isOthers ? t("Join as {name} all the same", { name }) : t("Join {team_name}", { team_name: invitation.team_name })}
      </Button>
    </div>
  );
}
