import { t } from "@verbatim/ui/texts";
/* How a server lets people sign in. What /api/info says of it comes from a plugin, so it is checked before use. */

export interface SignInButton {
  id: string;
  label: string;
  url: string;
}

export interface SignInMethods {
  password: boolean;
  buttons: readonly SignInButton[];
}

function button(method: Record<string, unknown>): SignInButton[] {
  const { id, label, url } = method;
  if (method.type !== "oidc" || typeof id !== "string" || typeof url !== "string" || !/^\/(?![/\\])/.test(url)) return [];
  return [{ id, url, label: typeof label === "string" && label ? label : id }];
}

export function readMethods(methods: readonly Record<string, unknown>[]): SignInMethods {
  return { password: methods.some(({ type }) => type === "password"), buttons: methods.flatMap(button) };
}

/** Why a provider sent somebody back without signing them in; it says so with a code in the address. */
const reasons: Record<string, string> = {
  account_deactivated: t("This account is deactivated. Ask an administrator."),
  account_pending: t("An administrator has yet to approve this account. Try again once they have."),
  address_unknown: t("This server does not know its own address, to which the provider leads back. Ask its administrator to set VERBATIM_PUBLIC_URL."),
  busy: t("Too many people are signing in at this moment. Try again in a few seconds."),
  entitlement_missing: t("No licence of this server includes new accounts from a sign-in provider. Ask its administrator."),
  identity_taken: t("That sign-in is linked to another account already."),
  license_read_only: t("The licence of this server has ended, so it makes no new accounts. Ask its administrator."),
  oidc_email_unverified: t("The provider has not checked your e-mail address. Confirm it there and sign in again."),
  oidc_failed: t("The provider did not sign you in. Begin again."),
  oidc_no_account: t("No account here belongs to that sign-in. Ask an administrator, or sign in with your password and link it on your account page."),
  oidc_no_email: t("The provider tells no usable e-mail address of you. Ask your administrator to have it sent along."),
  oidc_state: t("That sign-in was begun in another browser, or too long ago. Begin again."),
  oidc_unavailable: t("The provider cannot be reached. Try again in a moment, or sign in another way."),
  provider_not_found: t("There is no such sign-in provider any more. Choose another way."),
  seats_exceeded: t("This server has no seat left for a new account. Ask its administrator."),
  too_many_attempts: t("Too many attempts. Wait a moment before the next."),
};

export const reasonOf = (code: string): string => reasons[code] ?? t("That sign-in did not work. Begin again, or choose another way.");
