import { Kbd } from "@verbatim/ui/kbd";
import { t } from "@verbatim/ui/texts";
import { Search } from "lucide-react";
import { Link } from "react-router";
import { Brand } from "@/components/Brand";
import { NavList } from "./nav";
import { SidebarTop } from "./SidebarTop";
import { UserMenu } from "./UserMenu";
import { ThemeToggle } from "@/components/ThemeToggle";

export const commandKey = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘ K" : t("Ctrl K");

export function Sidebar({ onSearch }: { onSearch: () => void }) {
  return (
    <aside className="fixed inset-y-0 left-0 z-30 hidden w-60 flex-col border-r border-border bg-card lg:flex">
      <div className="flex h-16 items-center justify-between pl-5 pr-3">
        <Link to="/" className="flex items-center gap-2.5 rounded-md text-[0.9375rem] font-semibold tracking-tight">
          <Brand />
        </Link>
        <ThemeToggle />
      </div>
      <SidebarTop />
      <div className="px-3 pb-3">
        <button
          type="button"
          onClick={onSearch}
          aria-keyshortcuts="Control+K Meta+K"
          className="flex h-9 w-full items-center gap-2.5 rounded-md border border-border bg-background px-3 text-sm text-muted-foreground transition-colors hover:border-input"
        >
          <Search aria-hidden="true" className="size-4" />
          <span className="flex-1 text-left">{t("Search")}</span>
          <Kbd>{commandKey}</Kbd>
        </button>
      </div>
      <NavList />
      <UserMenu />
    </aside>
  );
}
