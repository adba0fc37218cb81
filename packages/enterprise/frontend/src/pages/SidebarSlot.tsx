import { late } from "@verbatim/ui/late";
import { Skeleton } from "@verbatim/ui/skeleton";
import { TeamSwitcher } from "@/features/teams/TeamSwitcher";
import { useMe } from "@/lib/session";

/** Not loaded by those who are told nothing. */
const Bell = late(() => import("@/features/alerts/Bell").then(({ Bell }) => ({ default: Bell })), { failed: () => null });

/** Above the navigation: in whose recordings one works, and for those who look after the server, what it has to say. */
export default function SidebarSlot() {
  const me = useMe();
  if (!me.data) return me.isError ? null : <Skeleton className="h-12 w-full" />;
  const operates = me.data.permissions.includes("system:operate");
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <TeamSwitcher me={me.data} />
      </div>
      {operates && <Bell />}
    </div>
  );
}
