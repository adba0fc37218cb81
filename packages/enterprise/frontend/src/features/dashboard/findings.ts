import type { Tone } from "@verbatim/ui/badge";
import { known, t } from "@verbatim/ui/texts";
import type { Finding } from "./api";

type Where = Pick<Finding, "name" | "link" | "setting">;

/** Pages for what the core finds: it knows no page of a plugin. */
const PLACES: Readonly<Record<string, string>> = { queue: "/admin/jobs?status=queued", background: "/admin/jobs", members: "/admin/jobs", processes: "/admin/jobs", engines: "/settings/transcription" };

/** The page, and there the row, where somebody mends it. */
export function placeOf(finding: Where): string {
  if (finding.link) return finding.link;
  if (finding.setting) return `/admin/settings?q=VERBATIM_${finding.setting.toUpperCase()}`;
  return PLACES[finding.name] ?? `/admin#check-${slug(finding.name)}`;
}

export const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** Names that would be taken for something else: "members" are processes of one server, not people of a team. */
const TITLES: Readonly<Record<string, string>> = { members: t("Server processes") };
export const titleOf = (name: string): string => TITLES[name] ?? known(name.charAt(0).toUpperCase() + name.slice(1));

export const STATUS: Readonly<Record<string, { label: string; tone: Tone }>> = {
  ok: { label: t("Well"), tone: "success" },
  warning: { label: t("Needs attention"), tone: "warning" },
  failed: { label: t("Broken"), tone: "danger" },
  skipped: { label: t("Not looked at"), tone: "neutral" },
};

const ORDER = ["failed", "warning", "skipped", "ok"];

/** The worst first; the server's order among equals. */
export const worstFirst = <T extends { status: string }>(findings: readonly T[]): T[] => findings.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
