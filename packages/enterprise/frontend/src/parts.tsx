import { Skeleton } from "@verbatim/ui/skeleton";
import { lazy, Suspense, type ComponentType } from "react";
import { Boundary } from "./components/Boundary";
import type { SlotProps } from "./host/props";

const pages: Readonly<Record<string, ComponentType<SlotProps>>> = {
  "/setup": lazy(() => import("./pages/SetupPage")),
  "/register": lazy(() => import("./pages/RegisterPage")),
  "/invite": lazy(() => import("./pages/InvitePage")),
  "/join": lazy(() => import("./pages/InvitePage")),
  "/reset": lazy(() => import("./pages/ResetPage")),
  "/account": lazy(() => import("./pages/AccountPage")),
  "/account/keys": lazy(() => import("./pages/KeysPage")),
  "/team": lazy(() => import("./pages/TeamPage")),
  "/team/retention": lazy(() => import("./pages/RetentionPage")),
  "/team/webhooks": lazy(() => import("./pages/WebhooksPage")),
  "/admin/users": lazy(() => import("./pages/UsersPage")),
  "/admin/audit": lazy(() => import("./pages/AuditPage")),
  "/admin/teams": lazy(() => import("./pages/TeamsPage")),
  "/admin/license": lazy(() => import("./pages/LicensePage")),
};

const slots: Readonly<Record<string, ComponentType<SlotProps>>> = {
  "page-top": lazy(() => import("./pages/NoticesSlot")),
  "recording.sidebar": lazy(() => import("./pages/RecordingSlot")),
  "sign-in": lazy(() => import("./pages/SignInSlot")),
  "sidebar-top": lazy(() => import("./pages/SidebarSlot")),
};

/** A slot gives way while it loads and when it fails; a page says so. */
export function Part({ path, slot, recordingId }: SlotProps & { path: string | null; slot: string | null }) {
  const Shown = slot ? slots[slot] : pages[path ?? ""];
  if (!Shown) return null;
  return (
    <Boundary quiet={slot !== null}>
      <Suspense fallback={slot ? null : <Skeleton className="h-64 w-full" />}>
        <Shown recordingId={recordingId} />
      </Suspense>
    </Boundary>
  );
}
