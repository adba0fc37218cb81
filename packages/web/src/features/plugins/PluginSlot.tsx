import { useMemo } from "react";
import { useManifest } from "./api";
import { ModuleHost } from "./ModuleHost";

/** A place on a page where plugins may show something; nothing at all when none does. */
export function PluginSlot({ name, recordingId }: { name: string; recordingId?: string }) {
  const { manifest } = useManifest();
  const props = useMemo(() => ({ slot: name, recordingId }), [name, recordingId]);
  const entries = manifest.slots.filter((entry) => entry.slot === name);
  return entries.map((entry) => (
    <ModuleHost key={entry.moduleUrl} title={name} url={entry.moduleUrl} props={props} />
  ));
}
