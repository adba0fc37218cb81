/* Without React, so that the few lines below the sign-in form can use it. */

/** The host follows a `popstate` event. */
const announce = () => dispatchEvent(new PopStateEvent("popstate", { state: history.state }));

/** Leads to an address of the host's. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
  announce();
}
