import { useQuery } from "@tanstack/react-query";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { ChevronsUpDown, LogOut } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { signOut } from "@/features/session/api";
import { uploads } from "@/features/uploads/uploads";
import { infoQuery } from "@/lib/catalog";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import { useAccountDestinations } from "./nav";

function initials(name: string): string {
  const parts = name.trim().split(/[\s._@-]+/).filter(Boolean);
  return `${parts[0]?.at(0) ?? "?"}${parts.length > 1 ? (parts.at(-1)?.at(0) ?? "") : ""}`.toUpperCase();
}

/** Who is signed in, what they can do about it, and the way out. Nothing where nobody signs in. */
export function UserMenu({ onNavigate }: { onNavigate?: () => void }) {
  const { data: info } = useQuery(infoQuery);
  const items = useAccountDestinations();
  const [leaving, setLeaving] = useState(false);
  if (!info?.auth.required || !info.user) return null;
  const { name } = info.user;
  return (
    <div className="border-t border-border p-3">
      <Menu
        align="start"
        className="w-(--radix-dropdown-menu-trigger-width)"
        trigger={
          <button type="button" className="flex h-12 w-full items-center gap-3 rounded-lg px-2 text-left transition-colors hover:bg-secondary data-[state=open]:bg-secondary">
            <span aria-hidden="true" className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent text-xs font-semibold text-accent-foreground">
              {initials(name)}
            </span>
            <span className="min-w-0 flex-1 truncate text-sm font-medium">
              <span className="sr-only">{t("Account of")} </span>
              {name}
            </span>
            <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
          </button>
        }
      >
        {items.map(({ path, label, icon: Icon }) => (
          <MenuItem key={path} asChild>
            <Link to={path} onClick={onNavigate}>
              <Icon aria-hidden="true" />
              {label}
            </Link>
          </MenuItem>
        ))}
        {items.length > 0 && <MenuSeparator />}
        <MenuItem onSelect={() => (uploads.busy ? setLeaving(true) : void leave())}>
          <LogOut aria-hidden="true" />
          {t("Sign out")}
        </MenuItem>
      </Menu>
      {leaving && <SignOut onClose={() => setLeaving(false)} />}
    </div>
  );
}

async function leave() {
  try {
    await signOut();
  } catch (error) {
    toast("error", messageOf(error));
  }
}

/** Asks only when something would be lost. */
function SignOut({ onClose }: { onClose: () => void }) {
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("Sign out while files are being uploaded?")}
      description={t("They are not all on the server yet. Signing out ends the uploads; what has arrived completely stays.")}
      confirmLabel={t("Sign out")}
      onConfirm={async () => {
        uploads.cancelAll();
        await signOut();
      }}
    />
  );
}
