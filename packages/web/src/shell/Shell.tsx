import { late } from "@verbatim/ui/late";
import { Toaster } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useLocation } from "react-router";
import { LateNotice } from "@/components/LateNotice";
import { DropTarget } from "@/features/uploads/DropTarget";
import { useSending } from "@/lib/outbox/useOutbox";
import { useSessionState } from "@/lib/useSession";
import { LiveNotice } from "./LiveNotice";
import { PageTop } from "./PageTop";
import { Sidebar } from "./Sidebar";
import { useLive } from "./useLive";
import { useScrollPlace } from "./useScrollPlace";
import { NavDrawer, TopBar } from "./TopBar";
import { Tray, UploadTray } from "./Tray";

const SignedOutDialog = late(() => import("./SignedOutDialog"), {
  failed: (failure) => <LateNotice what={t("You were signed out, and the place to sign in again")} failure={failure} />,
});
const CommandPalette = late(() => import("./CommandPalette"), {
  failed: (failure) => <LateNotice what={t("Search")} failure={failure} />,
});

/** What is fetched on the first quiet moment after the page itself has come: it is needed just when the server may be away. */
const soon = [SignedOutDialog, CommandPalette, NavDrawer, UploadTray];

const PAGE_FIRST_MS = 2500;

function usePreload() {
  useEffect(() => {
    const start = () => soon.forEach((part) => void part.preload());
    let handle = 0;
    const hasIdle = "requestIdleCallback" in globalThis;
    const timer = setTimeout(() => (hasIdle ? (handle = requestIdleCallback(start, { timeout: 5000 })) : start()), PAGE_FIRST_MS);
    return () => {
      clearTimeout(timer);
      if (hasIdle) cancelIdleCallback(handle);
    };
  }, []);
}

/** Focus follows navigation, so that a keyboard or screen reader continues on the new page. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    // Unless the new page has already put it somewhere better.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function useCommandKey(open: () => void) {
  useEffect(() => {
    const stop = new AbortController();
    addEventListener(
      "keydown",
      (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "k") return;
        event.preventDefault();
        open();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [open]);
}

export default function Shell({ children }: { children: ReactNode }) {
  const [palette, setPalette] = useState({ used: false, open: false });
  const [openPalette] = useState(() => () => setPalette({ used: true, open: true }));
  const main = useFocusOnNavigation();
  const isSignedOut = useSessionState() === "lost";
  useCommandKey(openPalette);
  useLive();
  useSending();
  useScrollPlace();
  usePreload();
  return (
    <>
      <a
        href="#main"
        className="fixed left-3 top-3 z-70 -translate-y-20 rounded-md bg-primary px-4 py-2 text-sm font-medium text-primary-foreground focus:translate-y-0"
      >
        {t("Skip to content")}
      </a>
      <Sidebar onSearch={openPalette} />
      <TopBar onSearch={openPalette} />
      <LiveNotice />
      <PageTop />
      <main id="main" ref={main} tabIndex={-1} className="focus:outline-none lg:pl-60">
        {children}
      </main>
      {isSignedOut && <SignedOutDialog />}
      <DropTarget />
      <Tray />
      <Toaster />
      {palette.used && <CommandPalette open={palette.open} onOpenChange={(open) => setPalette({ used: true, open })} />}
    </>
  );
}
