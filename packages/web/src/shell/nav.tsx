import { cn } from "@verbatim/ui/cn";
import { known, t } from "@verbatim/ui/texts";
import {
  AudioLines,
  BadgeCheck,
  Bell,
  Building2,
  ChartNoAxesColumn,
  CircleUserRound,
  FileText,
  FolderClosed,
  Gauge,
  History,
  HardDrive,
  Hourglass,
  KeyRound,
  LayoutDashboard,
  Mail,
  MessagesSquare,
  Puzzle,
  Search,
  Settings,
  ShieldCheck,
  SlidersHorizontal,
  Trash2,
  Users,
  UsersRound,
  Webhook,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { useManifest } from "@/features/plugins/api";
import { ACCOUNT_SECTION, allowedItems, appPath } from "@/features/plugins/manifest";
import { usePermissions } from "@/lib/catalog";

export interface Destination {
  path: string;
  label: string;
  icon: LucideIcon;
}

const own: readonly (Destination & { permission: string })[] = [
  { path: "/", label: t("Dashboard"), icon: LayoutDashboard, permission: "recording:read" },
  { path: "/recordings", label: t("Recordings"), icon: AudioLines, permission: "recording:read" },
  { path: "/documents", label: t("Documents"), icon: FileText, permission: "document:read" },
  { path: "/projects", label: t("Projects"), icon: FolderClosed, permission: "project:read" },
  { path: "/search", label: t("Search"), icon: Search, permission: "transcript:read" },
  { path: "/chat", label: t("Chat"), icon: MessagesSquare, permission: "conversation:read" },
  { path: "/trash", label: t("Trash"), icon: Trash2, permission: "recording:delete" },
];

export const settingsDestination: Destination = { path: "/settings", label: t("Settings"), icon: Settings };

/** The icons a plugin may name; any other name gets the puzzle piece. */
const pluginIcons: Record<string, LucideIcon> = {
  puzzle: Puzzle,
  user: CircleUserRound,
  users: Users,
  team: UsersRound,
  building: Building2,
  mail: Mail,
  shield: ShieldCheck,
  key: KeyRound,
  webhook: Webhook,
  drive: HardDrive,
  hourglass: Hourglass,
  settings: Settings,
  sliders: SlidersHorizontal,
  chart: ChartNoAxesColumn,
  gauge: Gauge,
  bell: Bell,
  seal: BadgeCheck,
  history: History,
};

export function useDestinations(): readonly Destination[] {
  const permissions = usePermissions();
  return own.filter(({ permission }) => permissions.includes(permission));
}

/** What a plugin adds to them, with what the command menu finds it by. */
export interface PluginDestination extends Destination {
  section: string;
  words: string;
  search: boolean;
}

export function usePluginDestinations(): readonly PluginDestination[] {
  const { manifest } = useManifest();
  const permissions = usePermissions();
  return allowedItems(manifest.navItems, permissions).map((item) => ({
    path: appPath(item.path, manifest.routes),
    label: known(item.label),
    icon: pluginIcons[item.icon ?? ""] ?? Puzzle,
    section: item.section ?? t("Plugins"),
    words: item.words,
    search: item.search,
  }));
}

/** Those that stand in the menu of the person who is signed in. */
export const useAccountDestinations = (): readonly Destination[] => usePluginDestinations().filter(({ section }) => section === ACCOUNT_SECTION);

interface NavItemProps extends Destination {
  /** Another place lies below this one in the address, and only that one is lit there. */
  exact?: boolean;
  onNavigate?: () => void;
}

function NavItem({ path, label, icon: Icon, exact, onNavigate }: NavItemProps) {
  return (
    <li>
      <NavLink
        to={path}
        end={exact ?? path === "/"}
        onClick={onNavigate}
        className={({ isActive }) =>
          cn(
            "flex h-9 items-center gap-3 rounded-md px-3 text-sm font-medium transition-colors",
            isActive ? "bg-accent text-accent-foreground" : "text-muted-foreground hover:bg-secondary hover:text-foreground",
          )
        }
      >
        <Icon aria-hidden="true" className="size-4.5 shrink-0" strokeWidth={1.9} />
        <span className="truncate">{label}</span>
      </NavLink>
    </li>
  );
}

/** The places to go, with those of plugins under their sections. */
export function NavList({ onNavigate }: { onNavigate?: () => void }) {
  const destinations = useDestinations();
  const plugins = usePluginDestinations().filter(({ section }) => section !== ACCOUNT_SECTION);
  const sections = [...new Set(plugins.map((item) => item.section))];
  return (
    <nav aria-label={t("Main")} className="flex flex-1 flex-col gap-5 overflow-y-auto px-3 py-2">
      <ul className="flex flex-col gap-0.5">
        {destinations.map((item) => (
          <NavItem key={item.path} {...item} onNavigate={onNavigate} />
        ))}
      </ul>
      {sections.map((section) => (
        <NavSection key={section} title={known(section)}>
          {plugins
            .filter((item) => item.section === section)
            .map((item) => (
              <NavItem key={item.path} {...item} exact={plugins.some((other) => other.path.startsWith(`${item.path}/`))} onNavigate={onNavigate} />
            ))}
        </NavSection>
      ))}
      <ul className="mt-auto flex flex-col gap-0.5">
        <NavItem {...settingsDestination} onNavigate={onNavigate} />
      </ul>
    </nav>
  );
}

function NavSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p dir="auto" className="px-3 pb-1.5 text-xs font-medium text-muted-foreground">{title}</p>
      <ul className="flex flex-col gap-0.5">{children}</ul>
    </div>
  );
}
