import { ErrorState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { useMemo } from "react";
import { sameOrigin, type PluginRoute } from "./manifest";
import { ModuleHost } from "./ModuleHost";

/** One plugin page, as a frame or as a module. `tall` fills the window below the page's head. */
export function PluginView({ route, tall }: { route: PluginRoute; tall?: boolean }) {
  const props = useMemo(() => ({ route: route.given }), [route.given]);
  if (route.mode === "module") return <ModuleHost title={route.title} url={route.url} props={props} />;
  if (!sameOrigin(route.url, location.origin)) {
    return <ErrorState title={t("The plugin “{title}” could not be shown", { title: route.title })} message={t("Its page lies on another server ({url}), which is not allowed.", { url: route.url })} />;
  }
  return (
    <iframe
      title={route.title}
      src={route.url}
      // No wall: a page of this very server can script the app and take this attribute away. Plugins are trusted code (docs/guides/plugins.md);
      // the list keeps them from leading the app elsewhere by accident.
      // oxlint-disable-next-line react/iframe-missing-sandbox
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads"
      className={`w-full rounded-xl border border-border bg-card ${tall ? "h-[calc(100dvh-9rem)]" : "h-[36rem]"}`}
    />
  );
}
