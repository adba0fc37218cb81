import { Button, IconButton } from "@verbatim/ui/button";
import { Menu as MenuIcon, Search, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { Link } from "react-router";
import { Mark } from "@/components/Brand";
import { NavList } from "./nav";
import { ThemeMenu } from "./ThemeMenu";

/** On narrow screens: the places to go in a drawer. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b border-border bg-card/95 px-2 backdrop-blur lg:hidden">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <Button variant="ghost" size="icon" aria-label="Open navigation">
            <MenuIcon aria-hidden="true" />
          </Button>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-[hsl(var(--shadow-color)/0.45)]" />
          <Dialog.Content aria-describedby={undefined} className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] animate-fade flex-col border-r border-border bg-card pb-4 shadow-pop focus:outline-none">
            <div className="flex h-14 items-center justify-between pl-4 pr-2">
              <Dialog.Title className="flex items-center gap-2.5 text-[0.9375rem] font-semibold tracking-tight">
                <Mark className="size-7" />
                Verbatim
              </Dialog.Title>
              <Dialog.Close asChild>
                <Button variant="subtle" size="icon" aria-label="Close navigation">
                  <X aria-hidden="true" />
                </Button>
              </Dialog.Close>
            </div>
            <NavList onNavigate={() => setOpen(false)} />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <Link to="/" className="flex items-center gap-2 rounded-md px-1 text-[0.9375rem] font-semibold tracking-tight">
        <Mark className="size-6" />
        Verbatim
      </Link>
      <div className="ml-auto flex items-center gap-1">
        <IconButton label="Search or jump to" size="icon" onClick={onSearch}>
          <Search aria-hidden="true" />
        </IconButton>
        <ThemeMenu />
      </div>
    </header>
  );
}
