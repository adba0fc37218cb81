import { Button } from "@verbatim/ui/button";
import type { Failure } from "@verbatim/ui/late";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { Compass, LockKeyhole } from "lucide-react";
import { Link } from "react-router";
import { useTitle } from "@/components/Page";
import { useManifest } from "@/features/plugins/api";
import { PluginSlot } from "@/features/plugins/PluginSlot";

/** In the place of a page that could not be fetched or that broke. */
export function BrokenPage({ failure }: { failure: Failure }) {
  useTitle(TITLES[failure.reason]);
  return <ErrorState whole className="min-h-[70vh] justify-center" title={TITLES[failure.reason]} message={failure.message} onRetry={failure.retry} />;
}

const TITLES = {
  away: t("The server cannot be reached"),
  outdated: t("There is a newer version of this page"),
  broken: t("This page broke"),
} as const;

/** Signed in, but this page is not for them. */
export function NoAccess() {
  useTitle(t("No access"));
  const { manifest, isPending } = useManifest();
  // Who gives rights knows best why somebody has none.
  if (manifest.slots.some(({ slot }) => slot === "no-access")) return <PluginSlot name="no-access" />;
  if (isPending) return null;
  return (
    <EmptyState whole className="min-h-[70vh] justify-center" icon={<LockKeyhole aria-hidden="true" />} title={t("There is nothing here for you yet")}>
      {t("Your account may not see this page. Ask whoever looks after this server, or a colleague who already works here, to let you in.")}
    </EmptyState>
  );
}

export function NotFound({ what = "page" }: { what?: string }) {
  useTitle(t("Not found"));
  return (
    <EmptyState
      whole className="min-h-[70vh] justify-center"
      icon={<Compass aria-hidden="true" />}
      title={t("There is no such {what}", { what })}
      action={
        <Button asChild>
          <Link to="/">{t("Go to the dashboard")}</Link>
        </Button>
      }
    >
      {t("It may have been deleted, or the address is not quite right.")}
    </EmptyState>
  );
}
