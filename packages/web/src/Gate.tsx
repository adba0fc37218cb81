import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorState } from "@verbatim/ui/states";
import { useEffect, useState, type ReactNode } from "react";
import { useLocation } from "react-router";
import { wear } from "./components/Brand";
import { latePage } from "./pages/latePage";
import { useManifest } from "./features/plugins/api";
import { routeAt } from "./features/plugins/manifest";
import { infoQuery } from "./lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { whenReachable } from "@verbatim/ui/failure";
import { startSession, tellSignedIn } from "./lib/session";
import { forgetWanted, wantedPath } from "./lib/wanted";

const SignInPage = latePage(() => import("./pages/SignInPage"));
const PublicPage = latePage(() => import("./pages/PublicPage"));
/** The frame and the page come at the same time, once it is known that somebody is let in. */
const Shell = latePage(() => import("./shell/Shell"));
const LoginPage = latePage(() => import("./pages/LoginPage"));

interface GateProps {
  /** Whether the app itself has a page at this address. */
  isOwn: boolean;
  /** Begins to fetch the page at this address. */
  preload: () => void;
  children: ReactNode;
}

/** Decides who sees what at an address: a page for anybody, the sign-in, or the app. */
export function Gate({ isOwn, preload, children }: GateProps) {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const { manifest, isPending } = useManifest();
  const { data: info, error, refetch } = useQuery(infoQuery);
  const user = info?.user?.id;
  wear(info?.look);
  // Read before it is forgotten: somebody may come back from a provider's pages, and then still need a password.
  const [wanted] = useState(() => wantedPath() ?? "/");

  useEffect(() => startSession(() => void client.invalidateQueries()), [client]);
  useEffect(() => {
    // Back from a provider's pages: the other tabs do not know yet.
    if (!user || wantedPath() === null) return;
    forgetWanted();
    tellSignedIn();
  }, [user]);

  const isIn = info !== undefined && (info.user !== null || !info.auth.required);
  useEffect(() => {
    if (isIn) preload();
    // Once: what is fetched on the way to another page is that page's own business.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isIn]);

  const isAway = !info && error !== null;
  useEffect(() => (isAway ? whenReachable(() => void client.invalidateQueries()) : undefined), [isAway, client]);

  const route = isOwn ? undefined : routeAt(pathname, manifest.routes);
  let page: ReactNode = null;
  if (route?.isPublic) page = <PublicPage route={route} />;
  else if (!info) page = error && <ErrorState whole className="min-h-dvh justify-center" message={messageOf(error)} onRetry={() => void refetch()} />;
  else if (!isOwn && isPending) page = null;
  else if (info.auth.required && !info.user) page = <SignInPage methods={info.auth.methods} />;
  else if (pathname === "/login") page = <LoginPage wanted={wanted} />;
  else page = <Shell>{children}</Shell>;
  return page;
}
