import { Button } from "@verbatim/ui/button";
import { overlayClass } from "@verbatim/ui/dialog";
import { t } from "@verbatim/ui/texts";
import { X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { Brand } from "@/components/Brand";
import { NavList } from "./nav";
import { SidebarTop } from "./SidebarTop";
import { UserMenu } from "./UserMenu";

interface NavDrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function NavDrawer({ open, onOpenChange }: NavDrawerProps) {
  const close = () => onOpenChange(false);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] animate-fade flex-col border-r border-border bg-card shadow-pop focus:outline-none"
        >
          <div className="flex h-14 items-center justify-between pl-4 pr-2">
            <Dialog.Title className="flex items-center gap-2.5 text-[0.9375rem] font-semibold tracking-tight">
              <Brand />
            </Dialog.Title>
            <Dialog.Close asChild>
              <Button variant="subtle" size="icon" aria-label={t("Close navigation")}>
                <X aria-hidden="true" />
              </Button>
            </Dialog.Close>
          </div>
          <SidebarTop />
          <NavList onNavigate={close} />
          <UserMenu onNavigate={close} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
