import { Button } from "@verbatim/ui/button";
import { late } from "@verbatim/ui/late";
import { t } from "@verbatim/ui/texts";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { Brand } from "@/components/Brand";
import { LateNotice } from "@/components/LateNotice";
import { ThemeToggle } from "@/components/ThemeToggle";

export const NavDrawer = late(() => import("./NavDrawer"), {
  failed: (failure) => <LateNotice what={t("The menu")} failure={failure} />,
});

/** On narrow screens: the places to go in a drawer. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const [drawer, setDrawer] = useState({ used: false, open: false });
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b border-border bg-card/95 px-2 backdrop-blur lg:hidden">
      <Button variant="ghost" size="icon" aria-label={t("Open navigation")} aria-haspopup="dialog" aria-expanded={drawer.open} onClick={() => setDrawer({ used: true, open: true })}>
        <MenuIcon aria-hidden="true" />
      </Button>
      {drawer.used && <NavDrawer open={drawer.open} onOpenChange={(open) => setDrawer({ used: true, open })} />}
      <Link to="/" className="flex items-center gap-2 rounded-md px-1 text-[0.9375rem] font-semibold tracking-tight">
        <Brand size="size-6" />
      </Link>
      <div className="ml-auto flex items-center gap-1">
        <Button variant="subtle" size="icon" aria-label={t("Search or jump to")} onClick={onSearch}>
          <Search aria-hidden="true" />
        </Button>
        <ThemeToggle />
      </div>
    </header>
  );
}
