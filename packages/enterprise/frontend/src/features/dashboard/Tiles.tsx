import { bytes, count, tenths } from "@verbatim/ui/format";
import { plural, t } from "@verbatim/ui/texts";
import type { Finding, Overview } from "./api";
import { placeOf, titleOf } from "./findings";
import { Tile, type TileState } from "./Tile";

/** The worst finding of these names, as the state of a tile. */
export function stateOf(findings: readonly Finding[], ...names: string[]): TileState | null {
  const here = findings.filter(({ name, status }) => names.includes(name) && (status === "failed" || status === "warning"));
  const worst = here.find(({ status }) => status === "failed") ?? here[0];
  if (!worst) return null;
  return { status: worst.status === "failed" ? "failed" : "warning", cause: [worst.detail, worst.todo].filter(Boolean).join(" "), mend: t("Fix: {worst}", { worst: titleOf(worst.name) }), href: placeOf(worst) };
}

const SHOWN = new Set(["licence", "queue", "workers", "disk", "storage", "engines", "webhooks", "audit chain", "audit log", "mail", "database", "backups", "stored files", "language models", "budgets"]);

/** Parts that have no figure of their own: what their check says is the figure. */
const TOLD = [
  { name: "mail", label: t("Mail"), href: "/admin/settings?q=mail", well: t("Well") },
  { name: "backups", label: t("Backups"), href: "/admin/settings?q=VERBATIM_BACKUP", well: t("Up to date") },
  { name: "stored files", label: t("Stored files"), href: "/admin/storage", well: t("Complete") },
  { name: "language models", label: t("Language models"), href: "/admin/models", well: t("Well") },
  { name: "budgets", label: t("Spending on models"), href: "/admin/models", well: t("Within budget") },
] as const;

const age = (seconds: number) => (seconds < 60 ? `${Math.round(seconds)} s` : seconds < 7200 ? t("{seconds} min", { seconds: Math.round(seconds / 60) }) : `${Math.round(seconds / 3600)} h`);

/** What a part is called that nothing is wrong with: one that is not in use says so. */
const well = (findings: readonly Finding[], name: string, word: string) => (findings.some((one) => one.name === name && one.status === "skipped") ? t("Not in use") : word);

/** How it is used and how it keeps up; what is wrong stands in the tile that it concerns, or in one of its own. */
export function Tiles({ overview, findings }: { overview: Overview; findings: readonly Finding[] }) {
  const { seats, people, content, queue, speed, failures, license } = overview;
  const failed = failures.reduce((sum, { count: n }) => sum + n, 0);
  const worst = failures[0];
  const full = seats.used >= seats.licensed;
  const others = findings.filter(({ name, status }) => !SHOWN.has(name) && (status === "failed" || status === "warning"));
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      <Tile label={t("Seats")} value={t("{count} of {count2}", { count: count(seats.used), count2: count(seats.licensed) })} note={full ? t("Nobody can be added.") : t("{count} are free.", { count: count(seats.licensed - seats.used) })} href="/admin/users"
        state={seats.used > seats.licensed ? { status: "failed", cause: t("More accounts are active than the licence has seats."), mend: t("See the licence"), href: "/admin/license" } : null} />
      <Tile label={t("People active")} value={t("{count} today", { count: count(people.today) })} note={t("{count} in 7 days, {count2} in 30", { count: count(people.week), count2: count(people.month) })} href="/admin/users?sort=last_sign_in_at&order=desc" />
      <Tile label={t("Recordings")} value={count(content.recordings)} note={t("{count} hours, {bytes} in {count2}", { count: count(Math.round(content.hours)), bytes: bytes(content.bytes), count2: plural(content.team_count, { one: "{count} team", other: "{count} teams" }) })} href="/admin/teams" state={stateOf(findings, "storage", "disk")} />
      <Tile label={t("Queue")} value={plural(queue.waiting, { one: "{count} job waits", other: "{count} jobs wait" })} note={[
        t("{count} run", { count: count(queue.running) }),
        queue.waiting ? t("the oldest has waited for {age}", { age: age(queue.oldest_seconds) }) : null,
        queue.paused_types.length ? t("paused: {types}", { types: queue.paused_types.join(", ") }) : null,
      ].filter(Boolean).join("; ")} href="/admin/jobs?status=queued" state={stateOf(findings, "queue", "workers")} />
      <Tile label={t("Transcription")} value={speed.times_realtime === null ? t("No speed yet") : t("{times_realtime} × real time", { times_realtime: speed.times_realtime })} note={t("{hours_transcribed} hours of sound in the last day", { hours_transcribed: tenths(speed.hours_transcribed) })} href="/admin/jobs?job_type=transcribe" state={stateOf(findings, "engines")} />
      <Tile label={t("Failed jobs")} value={count(failed)} note={t("in the last 7 days")} href="/admin/jobs?status=failed"
        state={worst ? { status: "warning", cause: t("{count} of type {job_type}: {error}", { count: plural(worst.count, { one: "{count} job", other: "{count} jobs" }), job_type: worst.job_type, error: worst.error ?? t("no reason is known") }), mend: t("See the newest"), href: `/admin/jobs?job=${worst.job_id}` } : null} />
      <Tile label={t("Webhooks")} value={stateOf(findings, "webhooks") ? t("Not all arrive") : well(findings, "webhooks", t("Delivered"))} href="/webhooks" state={stateOf(findings, "webhooks")} />
      <Tile label={t("Audit log")} value={stateOf(findings, "audit chain", "audit log") ? t("Look at it") : t("Complete")} href="/admin/audit" state={stateOf(findings, "audit chain", "audit log")} />
      <Tile label={t("Licence")} value={license.days_left === null ? t("None") : plural(license.days_left, { one: "{count} day", other: "{count} days" })} note={license.message} href="/admin/license" state={stateOf(findings, "licence")} />
      <Tile label={t("Database")} value={overview.pending_migrations.length ? t("Behind this version") : t("Up to date")} note={t("Verbatim {version}", { version: overview.version })} href="/admin#check-database" state={stateOf(findings, "database")} />
      {TOLD.map(({ name, label, href, well: word }) => {
        const finding = findings.find((one) => one.name === name);
        const state = stateOf(findings, name);
        return finding ? <Tile key={name} label={label} value={state ? (state.status === "failed" ? t("Broken") : t("To do")) : word} note={state ? undefined : finding.detail} href={href} state={state} /> : null;
      })}
      {others.map((finding) => (
        <Tile key={`${finding.name} ${finding.host}`} label={titleOf(finding.name)} value={finding.status === "failed" ? t("Broken") : t("To do")} note={finding.host || undefined} href={placeOf(finding)} state={stateOf([finding], finding.name)} />
      ))}
    </div>
  );
}
