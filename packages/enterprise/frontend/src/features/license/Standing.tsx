import { Badge } from "@verbatim/ui/badge";
import { Notice } from "@verbatim/ui/notice";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import type { ReactNode } from "react";
import { Section } from "@/components/Section";
import type { Status } from "./api";
import { day } from "./days";
import { Life } from "./Life";
import { tones } from "./tone";

/** Who, until when, and what that means today. */
export function Standing({ status }: { status: Status }) {
  return (
    <Section
      title={status.org_name ?? t("No licence")}
      purpose={status.message}
      actions={
        <>
          {status.is_test && <Badge tone="info">{t("Test licence")}</Badge>}
          <Badge tone={tones[status.state]}>{status.label}</Badge>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {status.problem && <Notice tone="danger">{rich("A licence that this server was given does not count. {detail}", { detail: status.problem.detail })}</Notice>}
        {status.clock_set_back && (
          <Notice>{rich("The clock of this server was set back. Days of the licence are counted to {day}, the latest time seen, and nothing else depends on it. Set the clock right.", { day: day(status.counted_from) })}</Notice>
        )}
        <Life status={status} />
        {status.license_id && (
          <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2 xl:grid-cols-4">
            <Fact label={t("Issued")}>{status.issued_at && day(status.issued_at)}</Fact>
            <Fact label={t("Last day")}>{status.expires_at && day(status.expires_at)}</Fact>
            <Fact label={t("Given as")}>{status.source === "environment" ? "VERBATIM_LICENSE_KEY" : t("Uploaded here")}</Fact>
            <Fact label={t("Number")}>
              <span className="break-all font-mono text-xs">{status.license_id}</span>
            </Fact>
          </dl>
        )}
      </div>
    </Section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted-foreground">{label}</dt>
      <dd className="mt-0.5 font-medium">{children}</dd>
    </div>
  );
}
