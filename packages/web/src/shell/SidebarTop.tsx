import { PluginSlot } from "@/features/plugins/PluginSlot";

/** What stands above everything else in the navigation, such as whose recordings these are. */
export function SidebarTop() {
  return (
    <div className="px-3 pb-3 empty:hidden">
      <PluginSlot small name="sidebar-top" />
    </div>
  );
}
