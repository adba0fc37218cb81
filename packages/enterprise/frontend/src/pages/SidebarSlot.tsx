import { Skeleton } from "@verbatim/ui/skeleton";
import { TeamSwitcher } from "@/features/teams/TeamSwitcher";
import { useMe } from "@/lib/session";

/** Above the navigation: in whose recordings one works. */
export default function SidebarSlot() {
  const me = useMe();
  if (me.data) return <TeamSwitcher me={me.data} />;
  return me.isError ? null : <Skeleton className="h-12 w-full" />;
}
