import { PluginSlot } from "@/features/plugins/PluginSlot";

/** What is to be read on every page, above its own content; mostly nothing. */
export function PageTop() {
  return (
    <div className="lg:pl-60">
      <PluginSlot small quiet name="page-top" />
    </div>
  );
}
