import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { exactTime } from "@verbatim/ui/format";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { Monitor, Smartphone, Terminal } from "lucide-react";
import type { Schemas } from "@/lib/client";
import { deviceOf } from "@/lib/device";

type Session = Schemas["SessionResponse"];

interface SessionListProps {
  sessions: readonly Session[];
  /** Which one is being ended. */
  busy: string | null;
  onEnd: (id: string) => void;
}

const icons = { computer: Monitor, phone: Smartphone, program: Terminal };

/** Devices by their last use; the one in hand says so and is ended by signing out. */
export function SessionList({ sessions, busy, onEnd }: SessionListProps) {
  return (
    <ul className="flex flex-col divide-y divide-border rounded-lg border border-border">
      {sessions.map((session) => {
        const device = deviceOf(session.user_agent);
        const Icon = icons[device.kind];
        return (
          <li key={session.id} className="flex items-center gap-3.5 px-4 py-3 text-sm">
            <Icon aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <span dir="auto" title={session.user_agent ?? undefined}>{device.name}</span>
                {session.is_current && <Badge tone="success">{t("This device")}</Badge>}
              </p>
              <p className="text-xs text-muted-foreground">
                {rich("{address}, last used {time}, since {created_at}", { address: session.address ?? t("Address unknown"), time: <TimeAgo iso={session.last_used_at} />, created_at: <time dateTime={session.created_at}>{exactTime(session.created_at)}</time> })}
              </p>
            </div>
            {!session.is_current && (
              <Button size="sm" pending={busy === session.id} aria-label={t("End the session: {device}", { device: device.name })} onClick={() => onEnd(session.id)}>
                {t("End")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
