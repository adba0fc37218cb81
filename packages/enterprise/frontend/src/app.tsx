import { PortalPlace } from "@verbatim/ui/portal";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { borrowOverlays } from "./host/overlays";
import type { HostProps, Unmount } from "./host/props";
import { adoptStyles, SCOPE } from "./host/styles";
import { queryClient } from "./lib/query";
import { Part } from "./parts";

/** Draws a page or slot with React of its own. */
export function start(element: HTMLElement, props: HostProps): Unmount {
  adoptStyles();
  element.classList.add(SCOPE);
  const [overlays, giveBack] = borrowOverlays();
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PortalPlace value={overlays}>
          <Part path={props.route?.path ?? null} slot={props.slot ?? null} recordingId={props.recordingId ?? null} />
        </PortalPlace>
      </QueryClientProvider>
    </StrictMode>,
  );
  return () => {
    root.unmount();
    giveBack();
  };
}
