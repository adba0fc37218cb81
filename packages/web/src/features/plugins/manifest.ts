import { t } from "@verbatim/ui/texts";
/* What plugins add to the app. The manifest comes from other people's code, so everything in it is checked before use. */

export interface PluginRoute {
  path: string;
  mode: "iframe" | "module";
  url: string;
  title: string;
  /** Drawn for people who are not signed in too, without the side bar. */
  isPublic: boolean;
  /** Who lacks it is told so instead of seeing a page full of refusals. */
  permission: string | null;
  /** The entry as the plugin wrote it: what its module is given. */
  given: Readonly<Record<string, unknown>>;
}

export interface PluginNavItem {
  key: string;
  label: string;
  path: string;
  icon: string | null;
  section: string | null;
  order: number;
  /** Hidden from whoever lacks it. */
  permission: string | null;
  /** What people also call what is there: the command menu finds it by these. */
  words: string;
  /** Its page looks for what `?q=` says: the command menu offers that. */
  search: boolean;
}

/** Entries of this section stand in the menu of the person who is signed in. */
export const ACCOUNT_SECTION = "account";

export interface PluginSettingsTab {
  key: string;
  label: string;
  route: PluginRoute;
  /** Hidden from whoever lacks it. */
  permission: string | null;
}

export interface PluginSlotEntry {
  key: string;
  slot: string;
  moduleUrl: string;
}

export interface Manifest {
  routes: readonly PluginRoute[];
  navItems: readonly PluginNavItem[];
  settingsTabs: readonly PluginSettingsTab[];
  slots: readonly PluginSlotEntry[];
}

export const EMPTY_MANIFEST: Manifest = { routes: [], navItems: [], settingsTabs: [], slots: [] };

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const found = <T>(value: T | null): T[] => (value === null ? [] : [value]);

function titleOf(path: string): string {
  const name = path.split("/").findLast(Boolean)?.replace(/\.html?$/, "") ?? t("Plugin");
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

/** A string is both the path and the address of a page to frame; an object says how it wants to be shown. */
export function readRoute(value: unknown): PluginRoute | null {
  const path = text(value);
  if (path) return { path, mode: "iframe", url: path, title: titleOf(path), isPublic: false, permission: null, given: { path } };
  if (!isFields(value)) return null;
  const key = text(value.path) ?? text(value.moduleUrl);
  if (!key) return null;
  const mode = value.renderMode === "module" || (value.renderMode === undefined && text(value.moduleUrl)) ? "module" : "iframe";
  return {
    path: key,
    mode,
    url: text(value.moduleUrl) ?? text(value.url) ?? key,
    title: text(value.title) ?? text(value.label) ?? titleOf(key),
    isPublic: value.access === "public",
    permission: text(value.permission),
    given: value,
  };
}

function readNavItem(value: unknown): PluginNavItem | null {
  if (!isFields(value)) return null;
  const path = text(value.path);
  const label = text(value.label);
  if (!path || !label) return null;
  return {
    key: text(value.key) ?? path,
    label,
    path,
    icon: text(value.icon),
    section: text(value.section),
    order: typeof value.order === "number" ? value.order : 100,
    permission: text(value.permission),
    words: text(value.words) ?? "",
    search: value.search === true,
  };
}

function readSettingsTab(value: unknown): PluginSettingsTab | null {
  const route = readRoute(value);
  if (!isFields(value) || !route) return null;
  return { key: text(value.key) ?? route.path, label: text(value.label) ?? route.title, route, permission: text(value.permission) };
}

function readSlot(value: unknown): PluginSlotEntry | null {
  if (!isFields(value)) return null;
  const slot = text(value.slot);
  const moduleUrl = text(value.moduleUrl);
  return slot && moduleUrl ? { key: text(value.key) ?? `${slot} ${moduleUrl}`, slot, moduleUrl } : null;
}

export function readManifest(value: unknown): Manifest {
  const fields = isFields(value) ? value : {};
  return {
    routes: list(fields.routes).flatMap((entry) => found(readRoute(entry))),
    navItems: list(fields.nav_items)
      .flatMap((entry) => found(readNavItem(entry)))
      .toSorted((a, b) => a.order - b.order || a.label.localeCompare(b.label)),
    settingsTabs: list(fields.settings_tabs).flatMap((entry) => found(readSettingsTab(entry))),
    slots: list(fields.slots).flatMap((entry) => found(readSlot(entry))),
  };
}

const PREFIX = "/plugins";
const bare = (path: string): string => path.replace(/\.html?$/, "");

/**
 * Where the app shows a route. A framed page's own address belongs to the page itself, so it is shown beneath /plugins, and
 * without its ending, because the server looks for a file where an address has one.
 */
export function appPath(path: string, routes: readonly PluginRoute[]): string {
  const route = routes.find((candidate) => candidate.path === path);
  return route && route.mode === "iframe" && route.url === route.path ? `${PREFIX}${bare(path)}` : path;
}

/** The route an address of the app stands for. */
export function routeAt(pathname: string, routes: readonly PluginRoute[]): PluginRoute | undefined {
  return routes.find((route) => route.path === pathname || `${PREFIX}${bare(route.path)}` === bare(pathname));
}

/** What a page asks of whoever opens it: what it says itself, else what its place in the navigation does. */
export function neededFor(route: PluginRoute, manifest: Manifest): string | null {
  return route.permission ?? manifest.navItems.find((item) => item.path === route.path)?.permission ?? null;
}

/** What somebody with these permissions may see of the navigation. */
export function allowedItems<T extends { permission: string | null }>(items: readonly T[], permissions: readonly string[]): readonly T[] {
  return items.filter(({ permission }) => permission === null || permissions.includes(permission));
}

/** Frames and modules come from this server only; anything else would run with the user's rights here. */
export function sameOrigin(url: string, origin: string): boolean {
  try {
    return new URL(url, origin).origin === origin && !/^(javascript|data|blob):/i.test(url.trim());
  } catch {
    return false;
  }
}
