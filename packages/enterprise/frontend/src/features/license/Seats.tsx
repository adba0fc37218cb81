import { count } from "@verbatim/ui/format";
import { Notice } from "@verbatim/ui/notice";
import { Progress } from "@verbatim/ui/progress";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { AppLink } from "@/components/AppLink";
import { Section } from "@/components/Section";
import type { Status } from "./api";

export function Seats({ status: { seat_count, seats_used, seats_exceeded } }: { status: Status }) {
  const left = Math.max(0, seat_count - seats_used);
  return (
    <Section title={t("Seats")} purpose={t("Every account that may sign in takes one. Deactivated accounts and those that wait for approval take none.")}>
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          {rich("{count} of {count2} taken, {count3} free", { count: <span className="text-2xl font-semibold tabular-nums">{count(seats_used)}</span>, count2: plural(seat_count, { one: "{count} seat", other: "{count} seats" }), count3: count(left) })}
        </p>
        <Progress label={t("Seats taken")} value={Math.min(100, (100 * seats_used) / seat_count)} className="h-2.5" />
        {seats_exceeded && <Notice tone="danger">{t("More accounts are active than there are seats: nobody can be added or reactivated. Those who are there keep working.")}</Notice>}
        <p className="text-sm">
          <AppLink href="/admin/users?status=active" className="font-medium text-primary underline-offset-4 hover:underline">
            {t("Show who takes them")}
          </AppLink>
        </p>
      </div>
    </Section>
  );
}
