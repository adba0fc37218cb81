import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { count } from "@verbatim/ui/format";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Section } from "@/components/Section";
import { Waiting } from "@/components/Waiting";
import { streamsQuery, type Stream } from "./api";
import { RemoveOldDialog } from "./RemoveOldDialog";

/** How long rows stay, and which other systems have them too. */
export function Keeping() {
  const [removing, setRemoving] = useState(false);
  const streams = useQuery(streamsQuery);
  const days = streams.data?.kept_days ?? 0;
  return (
    <Section title={t("Kept and sent on")} purpose={t("How long rows stay here, and which other systems are told of each.")} actions={<Button onClick={() => setRemoving(true)}>{t("Remove old rows…")}</Button>}>
      <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-[10rem_1fr]">
        <dt className="text-muted-foreground">{t("Kept")}</dt>
        <dd>
          {days > 0 ? t("For {count}; older rows go by themselves.", { count: plural(days, { one: "{count} day", other: "{count} days" }) }) : t("For ever.")}{" "}
          <span className="text-muted-foreground">
            {rich("Setting {code}.", { code: <code>VERBATIM_AUDIT_RETENTION_DAYS</code> })}
          </span>
        </dd>
        <dt className="text-muted-foreground">{t("Sent to")}</dt>
        <dd className="min-w-0">
          <Waiting query={streams} height="h-6">
            {({ items }) =>
              items.length === 0 ? (
                <p>
                  {rich("No other system. {span}", { span: <span className="text-muted-foreground">
                    {rich("Set {code} or {code2}, so that a copy stands where this server cannot reach it.", { code: <code>VERBATIM_AUDIT_SYSLOG_URL</code>, code2: <code>VERBATIM_AUDIT_HTTP_URL</code> })}
                  </span> })}
                </p>
              ) : (
                <ul className="flex flex-col gap-3">
                  {items.map((stream) => (
                    <Receiver key={stream.name} stream={stream} />
                  ))}
                </ul>
              )
            }
          </Waiting>
        </dd>
      </dl>
      {removing && <RemoveOldDialog onClose={() => setRemoving(false)} />}
    </Section>
  );
}

function Receiver({ stream }: { stream: Stream }) {
  const away = stream.failing_since != null;
  return (
    <li className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 break-all font-medium">{stream.target}</span>
        <Badge tone={away ? "danger" : "success"}>{away ? t("Not reached") : stream.waiting > 0 ? t("Sending") : t("Up to date")}</Badge>
        <span className="text-muted-foreground">
          {rich("{count} sent{waiting}", { count: count(stream.told), waiting: stream.waiting > 0 && t(", {count} to go", { count: count(stream.waiting) }) })}
        </span>
      </div>
      {stream.failing_since && (
        <p className="break-words text-xs text-destructive">
          {rich("Since {time}: {error} It is tried again; nothing is dropped.", { time: <TimeAgo iso={stream.failing_since} />, error: stream.error })}
        </p>
      )}
    </li>
  );
}
