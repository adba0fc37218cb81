import { language } from "./language";
import { plural, t } from "./texts";

const SECOND = 1;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const whole = new Intl.NumberFormat(language);
const tenth = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const time = new Intl.DateTimeFormat(language, { timeStyle: "short", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });

/** 3725.4 as 1:02:05; hours only when there are any, or when `hours` asks for a steady width. */
export function clock(seconds: number, hours = false): string {
  const total = Math.max(0, Math.floor(seconds));
  const h = Math.floor(total / HOUR);
  const m = Math.floor((total % HOUR) / MINUTE);
  const s = String(total % MINUTE).padStart(2, "0");
  return h > 0 || hours ? `${h}:${String(m).padStart(2, "0")}:${s}` : `${m}:${s}`;
}

/** The same for a screen reader: "1 hour 2 minutes 5 seconds". */
export function spokenClock(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const h = Math.floor(total / HOUR);
  const m = Math.floor((total % HOUR) / MINUTE);
  const s = total % MINUTE;
  const said = [
    h > 0 && plural(h, { one: "{count} hour", other: "{count} hours" }),
    m > 0 && plural(m, { one: "{count} minute", other: "{count} minutes" }),
    (s > 0 || total === 0) && plural(s, { one: "{count} second", other: "{count} seconds" }),
  ];
  return said.filter(Boolean).join(" ");
}

export function duration(seconds: number | null | undefined): string {
  return seconds === null || seconds === undefined ? "–" : clock(seconds);
}

/** Total listening time: "46 h", "3.2 h", "12 min", "36 s". */
export function hours(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)} s`;
  if (seconds < HOUR) return t("{seconds} min", { seconds: Math.round(seconds / MINUTE) });
  const h = seconds / HOUR;
  return `${h < 10 ? tenths(h) : whole.format(Math.round(h))} h`;
}

export function bytes(size: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = size;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : tenths(value)} ${units[unit]}`;
}

export const tenths = (n: number): string => tenth.format(n);
export const count = (n: number): string => whole.format(n);
export const compactCount = (n: number): string => (n < 10_000 ? whole.format(n) : compact.format(n));
export const exactTime = (iso: string): string => exact.format(new Date(iso));

/** Of today: "14:05". */
export const clockTime = (moment: Date): string => time.format(moment);

export function ago(iso: string, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const size = Math.abs(seconds);
  if (size < 45 * SECOND) return "just now";
  if (size < HOUR) return relative.format(Math.round(seconds / MINUTE), "minute");
  if (size < DAY) return relative.format(Math.round(seconds / HOUR), "hour");
  if (size < 7 * DAY) return relative.format(Math.round(seconds / DAY), "day");
  return day.format(new Date(iso));
}

const languageNames = new Intl.DisplayNames([language], { type: "language", fallback: "code" });

export function languageName(code: string | null | undefined): string {
  if (!code) return t("Unknown");
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}
