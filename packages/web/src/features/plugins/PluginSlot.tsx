import { useMemo } from "react";
import { useManifest } from "./api";
import { ModuleHost } from "./ModuleHost";

interface PluginSlotProps {
  name: string;
  recordingId?: string;
  /** There is little room: neither waiting nor failing takes more than a line. */
  small?: boolean;
  /** Mostly there is nothing to show: while it loads there is no stand-in. */
  quiet?: boolean;
}

/** A place on a page where plugins may show something; nothing at all when none does. */
export function PluginSlot({ name, recordingId, small, quiet }: PluginSlotProps) {
  const { manifest } = useManifest();
  const props = useMemo(() => ({ slot: name, recordingId }), [name, recordingId]);
  const entries = manifest.slots.filter((entry) => entry.slot === name);
  return entries.map((entry) => (
    <ModuleHost key={entry.key} small={small} quiet={quiet} title={name} url={entry.moduleUrl} props={props} />
  ));
}
