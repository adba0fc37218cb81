import { useQuery } from "@tanstack/react-query";
import { Waiting } from "@/components/Waiting";
import { settingsQuery } from "@/features/settings/api";
import { SettingsForm } from "@/features/settings/SettingsForm";

/** What this server has been told, by whom, and what can be changed without going to its environment. */
export default function EnterpriseSettings() {
  const settings = useQuery(settingsQuery);
  return (
    <Waiting query={settings} height="h-96">
      {(found) => <SettingsForm settings={found} />}
    </Waiting>
  );
}
