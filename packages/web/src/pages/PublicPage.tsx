import { known } from "@verbatim/ui/texts";
import { useTitle } from "@/components/Page";
import { PlainFrame } from "@/components/PlainFrame";
import type { PluginRoute } from "@/features/plugins/manifest";
import { PluginView } from "@/features/plugins/PluginView";

/** A plugin's page for people who are not signed in. Its heading is its own. */
export default function PublicPage({ route }: { route: PluginRoute }) {
  useTitle(known(route.title));
  return (
    <PlainFrame>
      <PluginView route={route} tall />
    </PlainFrame>
  );
}
