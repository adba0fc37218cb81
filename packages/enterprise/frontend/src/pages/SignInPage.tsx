import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { EmptyState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useEffect, useRef } from "react";
import { FormError } from "@/components/FormError";
import { Section } from "@/components/Section";
import { Waiting } from "@/components/Waiting";
import { beginTrial, finishTrial, providersQuery, sentIn, type Provider } from "@/features/signin/api";
import { Report } from "@/features/signin/Report";
import { useFragment } from "@/lib/location";
import { navigate } from "@/lib/navigate";

/** The sign-in providers of the installation, and a test of each that signs nobody in. */
export default function SignInPage() {
  const providers = useQuery(providersQuery);
  const finish = useMutation({ mutationFn: finishTrial, meta: { quiet: true } });
  const fragment = useFragment();
  const taken = useRef("");
  useEffect(() => {
    const sent = sentIn(fragment);
    if (!sent || taken.current === fragment) return;
    taken.current = fragment; // works once
    navigate(location.pathname, { replace: true });
    finish.mutate(sent);
  }, [fragment, finish]);
  return (
    <div className="flex flex-col gap-5">
      {!finish.isIdle && (
        <Section title={t("Test of {provider}", { provider: finish.variables?.provider ?? t("the provider") })} purpose={t("What the provider tells, and what a sign-in would do. Nobody was signed in.")}>
          {finish.isPending && <p className="text-sm text-muted-foreground">{t("Asking the provider…")}</p>}
          {finish.error && <FormError message={messageOf(finish.error)} />}
          {finish.data && <Report trial={finish.data} />}
        </Section>
      )}
      <Waiting query={providers} height="h-64">
        {({ items }) => (items.length ? items.map((provider) => <OneProvider key={provider.id} provider={provider} />) : <NoProvider />)}
      </Waiting>
    </div>
  );
}

function OneProvider({ provider }: { provider: Provider }) {
  const begin = useMutation({ mutationFn: () => beginTrial(provider.id), onSuccess: ({ url }) => location.assign(url), meta: { quiet: true } });
  return (
    <Section
      title={provider.name}
      purpose={provider.issuer}
      actions={
        <Button pending={begin.isPending || begin.isSuccess} onClick={() => begin.mutate()}>
          {t("Test the sign-in")}
        </Button>
      }
    >
      <FormError message={begin.error ? messageOf(begin.error) : undefined} />
      <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[11rem_1fr]">
        <dt className="text-muted-foreground">{t("Leads back to")}</dt>
        <dd className="break-all">{provider.redirect_uri ?? t("Nowhere yet: set VERBATIM_PUBLIC_URL to the address that people type, and restart.")}</dd>
        <dt className="text-muted-foreground">{t("Address from")}</dt>
        <dd>
          {provider.email_claim}
          {provider.trust_email ? t(", trusted where the provider does not say that it is checked") : ""}
        </dd>
        <dt className="text-muted-foreground">{t("Groups from")}</dt>
        <dd>{provider.groups_claim ? t("{groups_claim}, {groups} mapped", { groups_claim: provider.groups_claim, groups: provider.groups }) : t("Not used")}</dd>
        <dt className="text-muted-foreground">{t("New people")}</dt>
        <dd>{provider.create_users ? t("Get an account") : t("Are refused")}</dd>
      </dl>
    </Section>
  );
}

function NoProvider() {
  return (
    <EmptyState icon={<KeyRound aria-hidden="true" />} title={t("No sign-in provider")}>
      {t("Name your providers in VERBATIM_OIDC_PROVIDERS and start the server anew; then test them here.")}
    </EmptyState>
  );
}
