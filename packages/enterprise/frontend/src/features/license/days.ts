import { language } from "@verbatim/ui/language";
import { t } from "@verbatim/ui/texts";
const DAY_MS = 86_400_000;
const whole = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A day as it stands in the licence: days end where the licence says, in UTC. */
export const day = (iso: string): string => whole.format(new Date(iso));

export interface Stretch {
  key: "issued" | "warning" | "grace" | "closed";
  label: string;
  from: number;
  to: number;
}

export interface Timeline {
  stretches: Stretch[];
  now: number;
}

interface Days {
  issued_at: string;
  warns_at: string;
  expires_at: string;
  grace_ends_at: string;
  now: number;
}

/** The life of a licence in parts of 0 to 100, with a little of what comes after it. */
export function timelineOf({ issued_at, warns_at, expires_at, grace_ends_at, now }: Days): Timeline {
  const [issued, expires, closes] = [issued_at, expires_at, grace_ends_at].map((iso) => new Date(iso).getTime()) as [number, number, number];
  const due = new Date(warns_at).getTime();
  // One that was short from the start begins with its warning; one that had ended when it was issued, before its issue.
  const warns = issued < expires ? Math.max(issued, due) : due;
  const end = Math.max(now, closes + 20 * DAY_MS);
  const begin = Math.min(issued, now, warns);
  const place = (moment: number) => (100 * (Math.min(Math.max(moment, begin), end) - begin)) / (end - begin);
  const all: [Stretch["key"], string, number, number][] = [
    ["issued", t("Valid"), begin, warns],
    ["warning", t("Ends soon"), warns, expires],
    ["grace", t("Expired, everything works"), expires, closes],
    ["closed", t("Read-only"), closes, end],
  ];
  return { stretches: all.map(([key, label, from, to]) => ({ key, label, from: place(from), to: Math.max(place(from), place(to)) })), now: place(now) };
}
