import { useEffect } from "react";
import { useFragment } from "./location";

const NAME = "verbatim-enterprise.invitation";

/** The token of the link that was opened. This tab keeps it over a sign-in, so that it need not stand in an address again. */
export function useInvitationToken(): string {
  const fragment = useFragment();
  useEffect(() => {
    if (fragment) sessionStorage.setItem(NAME, fragment);
  }, [fragment]);
  return fragment || (sessionStorage.getItem(NAME) ?? "");
}

export const forgetInvitation = (): void => sessionStorage.removeItem(NAME);
