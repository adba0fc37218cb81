import { t } from "@verbatim/ui/texts";
export interface Device {
  kind: "computer" | "phone" | "program";
  name: string;
}

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, t("Edge")],
  [/\bOPR\//, t("Opera")],
  [/\bFirefox\/|\bFxiOS\//, t("Firefox")],
  [/\bChrome\/|\bChromium\/|\bCriOS\/|HeadlessChrome/, t("Chrome")],
  [/\bSafari\//, t("Safari")],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, t("Android")],
  [/\bWindows\b/, t("Windows")],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const named = (agent: string, names: readonly [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];

/** What somebody would call the device a browser or program runs on. */
export function deviceOf(agent: string | null): Device {
  const browser = named(agent ?? "", BROWSERS);
  if (!agent || !browser) return { kind: "program", name: agent?.split(/[\s(/]/)[0] || t("Unknown program") };
  const system = named(agent, SYSTEMS);
  return { kind: /iPhone|iPad|Android|Mobile/.test(agent) ? "phone" : "computer", name: system ? t("{browser} on {system}", { browser, system }) : browser };
}
