import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { usePermission } from "@/lib/catalog";
import { startLive } from "@/lib/live/live";
import { useSessionState } from "@/lib/useSession";

/** Hears the server's events while somebody is here who may. */
export function useLive(): void {
  const client = useQueryClient();
  const isSignedIn = useSessionState() === "fine";
  const active = usePermission("recording:read") && isSignedIn;
  useEffect(() => (active ? startLive(client) : undefined), [active, client]);
}
