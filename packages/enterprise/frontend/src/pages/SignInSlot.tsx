import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { TextLink } from "@/components/PublicPage";
import { navigate } from "@/lib/location";
import { setupQuery } from "@/lib/session";

/** Below the sign-in form: other ways in. A new server has no accounts, so the way leads to its set-up. */
export default function SignInSlot() {
  const { data } = useQuery(setupQuery);
  const isNew = data?.setup_required === true;
  useEffect(() => {
    if (isNew) navigate("/setup", { replace: true });
  }, [isNew]);
  if (!data || isNew) return null;
  return (
    <p className="flex flex-wrap items-center justify-center gap-x-5 gap-y-2 text-sm text-muted-foreground">
      {data.registration !== "closed" && <TextLink href="/register">Create an account</TextLink>}
      <TextLink href="/reset">Forgot your password?</TextLink>
    </p>
  );
}
