import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { AppLink } from "@/components/AppLink";
import { Section } from "@/components/Section";
import type { Finding } from "./api";
import { placeOf, slug, STATUS, titleOf, worstFirst } from "./findings";

/** Every part, the worst first: the same that `verbatim doctor` prints and monitors read. */
export function Checks({ findings, mayHelp }: { findings: readonly Finding[]; mayHelp?: boolean }) {
  return (
    <Section
      title={t("Health")}
      purpose={t("Looked at all the time, the same as verbatim doctor tells.")}
      actions={
        mayHelp && (
          <Button asChild>
            <a href="/api/admin/health/support-packet" download>
              {t("Support packet, without secrets")}
            </a>
          </Button>
        )
      }
    >
      <ul className="flex flex-col divide-y divide-border">
        {worstFirst(findings).map((finding) => (
          <li key={`${finding.name} ${finding.host}`} id={`check-${slug(finding.name)}`} className="grid gap-x-5 gap-y-1 py-3 sm:grid-cols-[11rem_1fr_auto]">
            <div className="flex flex-wrap items-center gap-2 sm:flex-col sm:items-start">
              <h3 className="text-sm font-medium">{titleOf(finding.name)}</h3>
              <Badge tone={STATUS[finding.status]?.tone}>{STATUS[finding.status]?.label ?? finding.status}</Badge>
            </div>
            <div className="min-w-0 text-sm">
              <p className="break-words">{finding.detail}</p>
              {finding.todo && <p className="mt-0.5 break-words font-medium">{finding.todo}</p>}
              <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">
                {rich("So since {time}", { time: <TimeAgo iso={finding.since} /> })}
                {finding.status !== "ok" && finding.last_good && (
                  <>
                    {rich(", well until {time}", { time: <TimeAgo iso={finding.last_good} /> })}
                  </>
                )}
                {rich("{host}; looking took {latency_ms} ms.", { host: finding.host && t(", on {host}", { host: finding.host }), latency_ms: Math.round(finding.latency_ms) })}
              </p>
            </div>
            {(finding.status === "failed" || finding.status === "warning") && (
              <AppLink href={placeOf(finding)} className="self-start text-sm font-medium text-primary underline underline-offset-4">
                {rich("Fix: {finding}", { finding: titleOf(finding.name) })}
              </AppLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
