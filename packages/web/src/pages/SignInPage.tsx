import { rich } from "@verbatim/ui/rich";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { useTitle } from "@/components/Page";
import { PlainFrame } from "@/components/PlainFrame";
import { PluginSlot } from "@/features/plugins/PluginSlot";
import { readMethods, reasonOf } from "@/features/session/methods";
import { SignIn, type Step, type StepFrameProps } from "@/features/session/SignIn";
import { tellSignedIn } from "@/lib/session";
import type { Info } from "@/lib/types";
import { forgetWanted, localPath, wantedPath } from "@/lib/wanted";
import { t } from "@verbatim/ui/texts";

/** Where a provider's pages led back to: the second factor, whose token a cookie carries then. */
const starts: Record<string, Step> = { mfa: { kind: "code", token: null }, "mfa-setup": { kind: "enrol", token: null } };

/** Stands in place of any page for whoever is not signed in; the address stays, so that signing in leads on to it. */
export default function SignInPage({ methods }: { methods: Info["auth"]["methods"] }) {
  useTitle(t("Sign in"));
  const client = useQueryClient();
  const { pathname, search, hash } = useLocation();
  const params = new URLSearchParams(pathname === "/login" ? search : "");
  const problem = params.get("error");

  async function done() {
    forgetWanted();
    tellSignedIn();
    await client.invalidateQueries();
  }

  return (
    <PlainFrame>
      <SignIn
        methods={readMethods(methods)}
        start={starts[params.get("step") ?? ""]}
        problem={problem === null ? null : reasonOf(problem)}
        returnTo={localPath(pathname + search + hash) ?? wantedPath() ?? "/"}
        onDone={() => void done()}
        below={<PluginSlot small name="sign-in" />}
        Frame={Heading}
      />
    </PlainFrame>
  );
}

function Heading({ isFirst, title, children }: StepFrameProps) {
  return (
    <>
      <h1 dir="auto" className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mb-7 mt-1.5 text-sm text-muted-foreground">
        {rich(isFirst ? t("to continue to {host}") : t("for {host}"), { host: <span className="font-medium text-foreground">{location.host}</span> })}
      </p>
      {children}
    </>
  );
}
