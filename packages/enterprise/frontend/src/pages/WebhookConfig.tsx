import { LinkTabs, tabLinkClass } from "@verbatim/ui/tabs";
import { t } from "@verbatim/ui/texts";
import { AppLink } from "@/components/AppLink";
import { Deliveries } from "@/features/webhooks/Deliveries";
import { Endpoints } from "@/features/webhooks/Endpoints";
import { oneOf, useUrlState } from "@/lib/location";

const TABS = ["endpoints", "deliveries"] as const;
const labels = { endpoints: t("Receivers"), deliveries: t("Deliveries") } as const;

/** What the active team tells other programs of, and what became of it. */
export default function WebhookConfig() {
  const [params] = useUrlState();
  const tab = oneOf(params.get("tab"), TABS) ?? "endpoints";
  return (
    <div className="flex flex-col gap-5">
      <LinkTabs label={t("Parts of webhooks")}>
        {TABS.map((name) => (
          <AppLink key={name} href={name === "endpoints" ? location.pathname : `${location.pathname}?tab=${name}`} aria-current={name === tab ? "page" : undefined} className={tabLinkClass(name === tab)}>
            {labels[name]}
          </AppLink>
        ))}
      </LinkTabs>
      {tab === "endpoints" ? <Endpoints /> : <Deliveries />}
    </div>
  );
}
