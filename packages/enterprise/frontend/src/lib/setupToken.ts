import { useEffect } from "react";
import { useFragment } from "./location";
import { navigate } from "./navigate";

const NAME = "verbatim-enterprise.setup-token";

/**
 * The set-up token of the link that was opened. It leaves the address at once, so that neither the history nor a bookmark
 * or a picture of the screen has it; this tab keeps it over a reload.
 */
export function useSetupToken(): string {
  const fragment = useFragment();
  if (fragment) sessionStorage.setItem(NAME, fragment);
  useEffect(() => {
    if (fragment) navigate(`${location.pathname}${location.search}`, { replace: true });
  }, [fragment]);
  return fragment || (sessionStorage.getItem(NAME) ?? "");
}

export const forgetSetupToken = (): void => sessionStorage.removeItem(NAME);
