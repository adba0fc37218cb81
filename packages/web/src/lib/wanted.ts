/* Where somebody wanted to go when they were asked to sign in, for ways that lead over other pages. Kept for this tab only. */

const NAME = "verbatim.wanted";

/** A path of this app, or null: an address from elsewhere must not lead elsewhere. */
export function localPath(path: string | null): string | null {
  const fits = path !== null && /^\/(?![/\\])/.test(path) && !path.startsWith("/login");
  return fits ? path : null;
}

export function rememberWanted(path: string): void {
  try {
    sessionStorage.setItem(NAME, localPath(path) ?? "/");
  } catch {
    // storage can be forbidden: then the way leads to the start page
  }
}

export function wantedPath(): string | null {
  try {
    return localPath(sessionStorage.getItem(NAME));
  } catch {
    return null;
  }
}

export function forgetWanted(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // nothing was kept
  }
}
