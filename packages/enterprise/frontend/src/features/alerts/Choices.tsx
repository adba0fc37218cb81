import { Notice } from "@verbatim/ui/notice";
import { Switch } from "@verbatim/ui/switch";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";
import { AppLink } from "@/components/AppLink";
import { Section } from "@/components/Section";
import { healthQuery } from "@/features/dashboard/api";
import { saveSettings, settingsQuery } from "@/features/settings/api";
import { useMe } from "@/lib/session";
import { changeMine, useRefreshAlerts, type Alerts } from "./api";
import { isMuted, kindsOf, titleOf, withMuted } from "./words";

/** Who is told what: one's own mail, and what nobody is to hear of. */
export function Choices({ alerts }: { alerts: Alerts }) {
  const refresh = useRefreshAlerts();
  const me = useMe();
  const mail = useMutation({ mutationFn: (wanted: boolean) => changeMine({ mail: wanted }), onSuccess: refresh });
  const hours = alerts.reminder_hours;
  return (
    <Section title={t("Who is told")} purpose={hours ? t("What is still bad after {hours} hours is told again.", { hours }) : t("What stays bad is told once.")}>
      <div className="flex flex-col gap-4">
        {!alerts.mail_set_up && (
          <Notice>
            {rich("This server sends no mail, so alerts stand on this page only. {appLink}", { appLink: <AppLink href="/admin/settings?q=mail" className="font-medium underline underline-offset-4">
              {t("Set mail up")}
            </AppLink> })}
          </Notice>
        )}
        {alerts.mail_set_up && !alerts.mail_enabled && (
          <Notice>
            {rich("Alerts by mail are switched off for everybody. {appLink}", { appLink: <AppLink href="/admin/settings?q=VERBATIM_ALERTS_MAIL" className="font-medium underline underline-offset-4">
              {t("Change that")}
            </AppLink> })}
          </Notice>
        )}
        <Choice label={t("Send me alerts by mail")} checked={alerts.mail} disabled={mail.isPending} onChange={(wanted) => mail.mutate(wanted)} />
        {me.data?.role === "admin" && <Muted muted={alerts.muted} />}
      </div>
    </Section>
  );
}

function Muted({ muted }: { muted: readonly string[] }) {
  const client = useQueryClient();
  const refresh = useRefreshAlerts();
  const health = useQuery({ ...healthQuery, refetchInterval: false });
  const settings = useQuery(settingsQuery);
  const save = useMutation({
    mutationFn: (names: string[]) => saveSettings({ version: settings.data?.version ?? null, values: { alerts_muted: names }, reset: [] }),
    onSuccess: async (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      await refresh();
      toast("success", t("Saved."));
    },
    onSettled: () => client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  });
  const setting = settings.data?.groups.flatMap((group) => group.settings).find(({ name }) => name === "alerts_muted");
  const names = kindsOf((health.data?.checks ?? []).map(({ name }) => name));
  if (!setting || names.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t("Everybody who looks after this server is told of")}</legend>
      {setting.locked && <p className="text-[0.8125rem] text-muted-foreground">{rich("{variable} in the environment decides this.", { variable: setting.variable })}</p>}
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {names.map((name) => (
          <Choice key={name} label={titleOf(name)} checked={!isMuted(muted, name)} disabled={setting.locked || save.isPending} onChange={(wanted) => save.mutate(withMuted(muted, name, !wanted))} />
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ label, checked, disabled, onChange }: { label: ReactNode; checked: boolean; disabled?: boolean; onChange: (wanted: boolean) => void }) {
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <Switch id={id} checked={checked} disabled={disabled} onCheckedChange={onChange} />
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
    </div>
  );
}
