import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { EmptyState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation } from "@tanstack/react-query";
import { BellOff, CheckCheck } from "lucide-react";
import { AppLink } from "@/components/AppLink";
import { Section } from "@/components/Section";
import { placeOf } from "@/features/dashboard/findings";
import { useUrlState } from "@/lib/location";
import { changeMine, useRefreshAlerts, type Alert, type Alerts } from "./api";
import { stateOf, titleOf } from "./words";

/** What was told, the newest first, each with the way to where it is mended. */
export function AlertList({ alerts }: { alerts: Alerts }) {
  const [params, setParams] = useUrlState();
  const refresh = useRefreshAlerts();
  const read = useMutation({ mutationFn: (id: string) => changeMine({ read_up_to: id }), onSuccess: refresh });
  const newest = alerts.items[0];
  const older = alerts.next_cursor;
  const isOld = params.get("cursor") !== null;
  return (
    <Section
      flush
      title={t("What was told")}
      purpose={t("Parts of the installation that failed or need attention, and when they were well again.")}
      actions={
        newest?.unread && (
          <Button pending={read.isPending} onClick={() => read.mutate(newest.id)}>
            <CheckCheck aria-hidden="true" />
            {t("Mark all as read")}
          </Button>
        )
      }
    >
      {alerts.items.length === 0 ? (
        <EmptyState icon={<BellOff aria-hidden="true" />} title={t("No alerts")} action={isOld ? <Button onClick={() => setParams({ cursor: null })}>{t("To the newest")}</Button> : undefined}>
          {t("Nothing has failed so far. As soon as something does, it stands here.")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-border border-t border-border">
          {alerts.items.map((alert) => (
            <OneAlert key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
      {(isOld || older) && alerts.items.length > 0 && (
        <div className="flex justify-end gap-2 border-t border-border px-5 py-3.5">
          {isOld && <Button onClick={() => setParams({ cursor: null })}>{t("To the newest")}</Button>}
          {older && <Button onClick={() => setParams({ cursor: older })}>{t("Older alerts")}</Button>}
        </div>
      )}
    </Section>
  );
}

function OneAlert({ alert }: { alert: Alert }) {
  const { label, tone } = stateOf(alert);
  return (
    <li className="grid gap-x-5 gap-y-1 px-5 py-3 sm:grid-cols-[11rem_1fr_auto]">
      <div className="flex flex-wrap items-center gap-2 sm:flex-col sm:items-start">
        <h3 className="flex items-center gap-2 text-sm font-medium">
          {alert.unread && <span className="size-2 shrink-0 rounded-full bg-primary" aria-hidden="true" />}
          <span>{titleOf(alert.name)}</span>
          {alert.unread && <span className="sr-only">{t("(new)")}</span>}
        </h3>
        <Badge tone={tone}>{label}</Badge>
      </div>
      <div className="min-w-0 text-sm">
        <p className="break-words">{alert.detail}</p>
        {alert.kind !== "resolved" && alert.todo && <p className="mt-0.5 break-words font-medium">{alert.todo}</p>}
        <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">
          <TimeAgo iso={alert.at} />
          {alert.host && t(", on {host}", { host: alert.host })}
        </p>
      </div>
      {alert.kind !== "resolved" && (
        <AppLink href={placeOf(alert)} className="self-start text-sm font-medium text-primary underline underline-offset-4">
          {rich("Fix: {alert}", { alert: titleOf(alert.name) })}
        </AppLink>
      )}
    </li>
  );
}
