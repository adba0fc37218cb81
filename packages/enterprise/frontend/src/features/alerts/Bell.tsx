import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { AppLink } from "@/components/AppLink";
import { unreadQuery } from "./api";
import { bellLabel } from "./words";

/** The way to the alerts, with how many are new. It is for those who operate the server: nobody else asks. */
export function Bell() {
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  return (
    <AppLink href="/admin/alerts" aria-label={bellLabel(unread)} title={t("Alerts")} className="relative flex size-13 shrink-0 items-center justify-center rounded-lg border border-border bg-background text-muted-foreground transition-colors hover:border-input hover:text-foreground">
      <BellIcon aria-hidden="true" className="size-4.5" />
      {unread > 0 && (
        <span aria-hidden="true" className={cn("absolute -right-1.5 -top-1.5 flex h-5 min-w-5 items-center justify-center rounded-full px-1 text-[0.6875rem] font-semibold tabular-nums", data?.worst === "failed" ? "bg-destructive text-destructive-foreground" : "bg-primary text-primary-foreground")}>
          {unread >= 100 ? "99+" : unread}
        </span>
      )}
    </AppLink>
  );
}
