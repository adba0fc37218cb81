import { componentFor } from "./host/component";
import type { HostProps, Unmount } from "./host/props";

type Start = (element: HTMLElement, props: HostProps) => Unmount;

/** What people wait for before they are signed in: slots so small that they are drawn without React. */
const small: Readonly<Record<string, () => Promise<{ start: Start }>>> = { "sign-in": () => import("./host/signInLinks") };

const parts = (): Promise<{ start: Start }> => import("./app");

/**
 * Draws the page or slot that `props` names into an element of the host's, and returns what takes it away again. This file is
 * asked for anew on each visit, so it is small; everything else is kept by browsers for ever.
 */
export function mount(element: HTMLElement, props: HostProps): Unmount {
  let unmount: Unmount | null = null;
  let gone = false;
  (small[props.slot ?? ""] ?? parts)().then(
    ({ start }) => {
      if (!gone) unmount = start(element, props);
    },
    () => {
      if (!gone) element.textContent = "This page could not be loaded. Reload it; if that does not help, tell your administrator.";
    },
  );
  return () => {
    gone = true;
    unmount?.();
  };
}

export default componentFor(mount);
