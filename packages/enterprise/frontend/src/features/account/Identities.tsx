import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { Section } from "@/components/Section";
import { useUrlState } from "@/lib/location";
import { beginAt, type Me } from "@/lib/session";
import { beginLink, providersQuery, unlink, useRefreshAccount, type Provider } from "./api";

const problems: Record<string, string> = {
  address_unknown: t("This server does not know its own address. Ask its administrator to set VERBATIM_PUBLIC_URL."),
  identity_taken: t("That sign-in belongs to another account already."),
  oidc_state: t("Linking was begun in another browser, or too long ago. Begin again."),
  oidc_unavailable: t("The provider cannot be reached; try again in a moment."),
};

/** Single sign-on; nothing at all where no provider is set up. */
export function Identities({ me }: { me: Me }) {
  const { data: providers = [] } = useQuery(providersQuery);
  const [params] = useUrlState();
  const problem = params.get("error");
  const unknown = me.identities.filter((id) => providers.every((provider) => provider.id !== id)).map((id) => ({ id, label: id }));
  const shown = [...providers, ...unknown];
  if (shown.length === 0) return null;
  return (
    <Section title={t("Single sign-on")} purpose={t("A linked identity signs you in here without a password.")}>
      {problem && (
        <div className="mb-4">
          <FormError message={problems[problem] ?? t("The provider's sign-in did not work; begin again.")} />
        </div>
      )}
      <ul className="flex flex-col divide-y divide-border rounded-lg border border-border">
        {shown.map((provider) => (
          <Identity key={provider.id} provider={provider} linked={me.identities.includes(provider.id)} />
        ))}
      </ul>
    </Section>
  );
}

function Identity({ provider, linked }: { provider: Provider; linked: boolean }) {
  const [asking, setAsking] = useState(false);
  const refresh = useRefreshAccount();
  const link = useMutation({ mutationFn: () => beginLink(provider.id), onSuccess: ({ url }) => beginAt(url) });
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 text-sm">
      <span className="flex items-center gap-3 font-medium">
        <Building2 aria-hidden="true" className="size-4.5 text-muted-foreground" />
        {provider.label}
        {linked && <Badge tone="success">{t("Linked")}</Badge>}
      </span>
      {linked ? (
        <Button size="sm" onClick={() => setAsking(true)}>
          {t("Take the link away")}
        </Button>
      ) : (
        <Button size="sm" pending={link.isPending} onClick={() => link.mutate()}>
          {t("Link")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("Take the link to {label} away?", { label: provider.label })}
        description={t("You can no longer sign in with it. Sessions that are open stay.")}
        confirmLabel={t("Take away")}
        onConfirm={async () => {
          await unlink(provider.id);
          toast("success", t("The link to {label} was taken away.", { label: provider.label }));
          await refresh();
        }}
      />
    </li>
  );
}
