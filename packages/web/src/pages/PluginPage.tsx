import { Skeleton } from "@verbatim/ui/skeleton";
import { known, t } from "@verbatim/ui/texts";
import { useLocation } from "react-router";
import { Page } from "@/components/Page";
import { useManifest } from "@/features/plugins/api";
import { neededFor, routeAt } from "@/features/plugins/manifest";
import { PluginView } from "@/features/plugins/PluginView";
import { usePermissions } from "@/lib/catalog";
import { NoAccess, NotFound } from "./ErrorPage";

/** Any address the app does not know may be a plugin's. */
export default function PluginPage() {
  const { pathname } = useLocation();
  const { manifest, isPending } = useManifest();
  const permissions = usePermissions();
  const route = routeAt(pathname, manifest.routes);
  if (isPending) {
    return (
      <Page title={t("Loading")}>
        <Skeleton className="h-96 w-full" />
      </Page>
    );
  }
  if (!route) return <NotFound />;
  const needed = neededFor(route, manifest);
  if (needed !== null && !permissions.includes(needed)) return <NoAccess />;
  const label = known(manifest.navItems.find((item) => item.path === route.path)?.label ?? route.title);
  return (
    <Page title={label}>
      <PluginView route={{ ...route, title: label }} tall />
    </Page>
  );
}
