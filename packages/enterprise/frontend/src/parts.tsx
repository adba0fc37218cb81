import { late, type Failure, type Late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import type { ComponentType } from "react";
import type { SlotProps } from "./host/props";

type Load = () => Promise<{ default: ComponentType<SlotProps> }>;

/** A page says why it is not there; a slot gives way, and comes when it can. */
const page = (load: Load): Late<SlotProps> => late(load, { pending: <Skeleton className="h-64 w-full" />, failed: Failed });
const slot = (load: Load): Late<SlotProps> => late(load, { failed: () => null });

function Failed(failure: Failure) {
  return <ErrorState title={failure.reason === "broken" ? t("This page broke") : t("This page could not be shown")} message={failure.message} onRetry={failure.retry} />;
}

const apiKeys = page(() => import("./pages/ApiKeyManager"));
const webhooks = page(() => import("./pages/WebhookConfig"));
const teams = page(() => import("./pages/TeamManagement"));
const settings = page(() => import("./pages/EnterpriseSettings"));

const pages: Readonly<Record<string, ComponentType<SlotProps>>> = {
  "/setup": page(() => import("./pages/SetupPage")),
  "/register": page(() => import("./pages/RegisterPage")),
  "/invite": page(() => import("./pages/InvitePage")),
  "/join": page(() => import("./pages/InvitePage")),
  "/reset": page(() => import("./pages/ResetPage")),
  "/account": page(() => import("./pages/AccountPage")),
  "/account/keys": apiKeys,
  "/team": page(() => import("./pages/TeamPage")),
  "/team/retention": page(() => import("./pages/RetentionPage")),
  "/team/webhooks": webhooks,
  "/api-keys": apiKeys,
  "/webhooks": webhooks,
  "/teams": teams,
  "/settings/enterprise": settings,
  "/admin": page(() => import("./pages/AdminDashboard")),
  "/admin/alerts": page(() => import("./pages/AlertsPage")),
  "/admin/jobs": page(() => import("./pages/JobsPage")),
  "/admin/users": page(() => import("./pages/UsersPage")),
  "/admin/audit": page(() => import("./pages/AuditPage")),
  "/admin/teams": teams,
  "/admin/sign-in": page(() => import("./pages/SignInPage")),
  "/admin/license": page(() => import("./pages/LicenseSettings")),
  "/admin/settings": settings,
  "/admin/models": page(() => import("./pages/ModelsPage")),
  "/admin/storage": page(() => import("./pages/StoragePage")),
};

const slots: Readonly<Record<string, ComponentType<SlotProps>>> = {
  "no-access": slot(() => import("./pages/NoAccessSlot")),
  "page-top": slot(() => import("./pages/NoticesSlot")),
  "recording.sidebar": slot(() => import("./pages/RecordingSlot")),
  "sidebar-top": slot(() => import("./pages/SidebarSlot")),
};

export function Part({ path, slot: place, recordingId }: SlotProps & { path: string | null; slot: string | null }) {
  const Shown = place ? slots[place] : pages[path ?? ""];
  return Shown ? <Shown recordingId={recordingId} /> : null;
}
