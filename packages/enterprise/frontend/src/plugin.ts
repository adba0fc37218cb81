import { componentFor } from "./host/component";
import type { HostProps, Unmount } from "./host/props";

type Start = (element: HTMLElement, props: HostProps) => Unmount;

/** What people wait for before they are signed in: slots so small that they are drawn without React. */
const small: Readonly<Record<string, () => Promise<{ start: Start }>>> = { "sign-in": () => import("./host/signInLinks") };

/** Sentences of the page's language come before whatever holds some; English needs none. */
const sentences = (): Promise<unknown> => (document.documentElement.lang === "de" ? import("./texts/de").catch(() => undefined) : Promise.resolve());

const parts = (): Promise<{ start: Start }> => import("./app");

/** Stands here in each language: what could not be loaded may be the catalogue. */
const AWAY =
  document.documentElement.lang === "de"
    ? "Diese Seite konnte nicht geladen werden. Laden Sie sie neu; hilft das nicht, wenden Sie sich an Ihre Administration." // no text
    : "This page could not be loaded. Reload it; if that does not help, tell your administrator."; // no text

/**
 * Draws the page or slot that `props` names into an element of the host's, and returns what takes it away again. This file is
 * asked for anew on each visit, so it is small; everything else is kept by browsers for ever.
 */
export function mount(element: HTMLElement, props: HostProps): Unmount {
  let unmount: Unmount | null = null;
  let gone = false;
  const load = small[props.slot ?? ""] ?? parts;
  sentences()
    .then(load)
    .then(
      ({ start }) => {
        if (!gone) unmount = start(element, props);
      },
      () => {
        if (!gone) element.textContent = AWAY;
      },
    );
  return () => {
    gone = true;
    unmount?.();
  };
}

export default componentFor(mount);
