import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorState } from "@verbatim/ui/states";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useLocation } from "react-router";
import { useManifest } from "./features/plugins/api";
import { routeAt } from "./features/plugins/manifest";
import { infoQuery } from "./lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { startSession, tellSignedIn } from "./lib/session";
import { forgetWanted, wantedPath } from "./lib/wanted";
import { Shell } from "./shell/Shell";

const SignInPage = lazy(() => import("./pages/SignInPage"));
const PublicPage = lazy(() => import("./pages/PublicPage"));
const LoginPage = lazy(() => import("./pages/LoginPage"));

interface GateProps {
  /** Whether the app itself has a page at this address. */
  isOwn: boolean;
  children: ReactNode;
}

/** Decides who sees what at an address: a page for anybody, the sign-in, or the app. */
export function Gate({ isOwn, children }: GateProps) {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const { manifest, isPending } = useManifest();
  const { data: info, error, refetch } = useQuery(infoQuery);
  const user = info?.user?.id;
  // Read before it is forgotten: somebody may come back from a provider's pages, and then still need a password.
  const [wanted] = useState(() => wantedPath() ?? "/");

  useEffect(() => startSession(() => void client.invalidateQueries()), [client]);
  useEffect(() => {
    // Back from a provider's pages: the other tabs do not know yet.
    if (!user || wantedPath() === null) return;
    forgetWanted();
    tellSignedIn();
  }, [user]);

  const route = isOwn ? undefined : routeAt(pathname, manifest.routes);
  let page: ReactNode = null;
  if (route?.isPublic) page = <PublicPage route={route} />;
  else if (!info) page = error && <ErrorState whole className="min-h-dvh justify-center" message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (!isOwn && isPending) page = null;
  else if (info.auth.required && !info.user) page = <SignInPage methods={info.auth.methods} />;
  else if (pathname === "/login") page = <LoginPage wanted={wanted} />;
  else page = <Shell>{children}</Shell>;
  return <Suspense fallback={null}>{page}</Suspense>;
}
