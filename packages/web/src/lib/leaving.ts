/* What would be lost if the page went away now: each part of the app that works on something says so. */

const guards = new Set<() => boolean>();

/** `isBusy` is asked whenever the page is about to go. Returns how to stop being asked. */
export function guardLeaving(isBusy: () => boolean): () => void {
  guards.add(isBusy);
  return () => guards.delete(isBusy);
}

export const wouldLoseWork = (): boolean => [...guards].some((isBusy) => isBusy());

globalThis.addEventListener?.("beforeunload", (event) => {
  if (wouldLoseWork()) event.preventDefault();
});
