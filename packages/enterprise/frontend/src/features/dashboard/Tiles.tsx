import { bytes, count, plural } from "@verbatim/ui/format";
import type { Finding, Overview } from "./api";
import { placeOf, titleOf } from "./findings";
import { Tile, type TileState } from "./Tile";

/** The worst finding of these names, as the state of a tile. */
export function stateOf(findings: readonly Finding[], ...names: string[]): TileState | null {
  const here = findings.filter(({ name, status }) => names.includes(name) && (status === "failed" || status === "warning"));
  const worst = here.find(({ status }) => status === "failed") ?? here[0];
  if (!worst) return null;
  return { status: worst.status === "failed" ? "failed" : "warning", cause: [worst.detail, worst.todo].filter(Boolean).join(" "), mend: `Fix: ${titleOf(worst.name)}`, href: placeOf(worst) };
}

const SHOWN = new Set(["licence", "queue", "workers", "disk", "storage", "engines", "webhooks", "audit chain", "audit log", "mail", "database", "backups", "stored files", "language models", "budgets"]);

/** Parts that have no figure of their own: what their check says is the figure. */
const TOLD = [
  { name: "mail", label: "Mail", href: "/admin/settings?q=mail", well: "Well" },
  { name: "backups", label: "Backups", href: "/admin/settings?q=VERBATIM_BACKUP", well: "Up to date" },
  { name: "stored files", label: "Stored files", href: "/admin/storage", well: "Complete" },
  { name: "language models", label: "Language models", href: "/admin/models", well: "Well" },
  { name: "budgets", label: "Spending on models", href: "/admin/models", well: "Within budget" },
] as const;

const age = (seconds: number) => (seconds < 60 ? `${Math.round(seconds)} s` : seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`);

/** What a part is called that nothing is wrong with: one that is not in use says so. */
const well = (findings: readonly Finding[], name: string, word: string) => (findings.some((one) => one.name === name && one.status === "skipped") ? "Not in use" : word);

/** How it is used and how it keeps up; what is wrong stands in the tile that it concerns, or in one of its own. */
export function Tiles({ overview, findings }: { overview: Overview; findings: readonly Finding[] }) {
  const { seats, people, content, queue, speed, failures, license } = overview;
  const failed = failures.reduce((sum, { count: n }) => sum + n, 0);
  const worst = failures[0];
  const full = seats.used >= seats.licensed;
  const others = findings.filter(({ name, status }) => !SHOWN.has(name) && (status === "failed" || status === "warning"));
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      <Tile label="Seats" value={`${count(seats.used)} of ${count(seats.licensed)}`} note={full ? "Nobody can be added." : `${count(seats.licensed - seats.used)} are free.`} href="/admin/users"
        state={seats.used > seats.licensed ? { status: "failed", cause: "More accounts are active than the licence has seats.", mend: "See the licence", href: "/admin/license" } : null} />
      <Tile label="People active" value={`${count(people.today)} today`} note={`${count(people.week)} in 7 days, ${count(people.month)} in 30`} href="/admin/users?sort=last_sign_in_at&order=desc" />
      <Tile label="Recordings" value={count(content.recordings)} note={`${count(Math.round(content.hours))} hours, ${bytes(content.bytes)} in ${plural(content.team_count, "team")}`} href="/admin/teams" state={stateOf(findings, "storage", "disk")} />
      <Tile label="Queue" value={plural(queue.waiting, "job waits", "jobs wait")} note={`${count(queue.running)} run${queue.waiting ? `; the oldest has waited for ${age(queue.oldest_seconds)}` : ""}${queue.paused_types.length ? `; paused: ${queue.paused_types.join(", ")}` : ""}`} href="/admin/jobs?status=queued" state={stateOf(findings, "queue", "workers")} />
      <Tile label="Transcription" value={speed.times_realtime === null ? "No speed yet" : `${speed.times_realtime} × real time`} note={`${speed.hours_transcribed.toFixed(1)} hours of sound in the last day`} href="/admin/jobs?job_type=transcribe" state={stateOf(findings, "engines")} />
      <Tile label="Failed jobs" value={count(failed)} note="in the last 7 days" href="/admin/jobs?status=failed"
        state={worst ? { status: "warning", cause: `${plural(worst.count, "job")} of type ${worst.job_type}: ${worst.error ?? "no reason is known"}`, mend: "See the newest", href: `/admin/jobs?job=${worst.job_id}` } : null} />
      <Tile label="Webhooks" value={stateOf(findings, "webhooks") ? "Not all arrive" : well(findings, "webhooks", "Delivered")} href="/webhooks" state={stateOf(findings, "webhooks")} />
      <Tile label="Audit log" value={stateOf(findings, "audit chain", "audit log") ? "Look at it" : "Complete"} href="/admin/audit" state={stateOf(findings, "audit chain", "audit log")} />
      <Tile label="Licence" value={license.days_left === null ? "None" : plural(license.days_left, "day")} note={license.message} href="/admin/license" state={stateOf(findings, "licence")} />
      <Tile label="Database" value={overview.pending_migrations.length ? "Behind this version" : "Up to date"} note={`Verbatim ${overview.version}`} href="/admin#check-database" state={stateOf(findings, "database")} />
      {TOLD.map(({ name, label, href, well: word }) => {
        const finding = findings.find((one) => one.name === name);
        const state = stateOf(findings, name);
        return finding ? <Tile key={name} label={label} value={state ? (state.status === "failed" ? "Broken" : "To do") : word} note={state ? undefined : finding.detail} href={href} state={state} /> : null;
      })}
      {others.map((finding) => (
        <Tile key={`${finding.name} ${finding.host}`} label={titleOf(finding.name)} value={finding.status === "failed" ? "Broken" : "To do"} note={finding.host || undefined} href={placeOf(finding)} state={stateOf([finding], finding.name)} />
      ))}
    </div>
  );
}
