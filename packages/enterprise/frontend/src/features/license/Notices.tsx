import { cn } from "@verbatim/ui/cn";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, Info, type LucideIcon } from "lucide-react";
import { AppLink } from "@/components/AppLink";
import { noticesQuery, type Notice } from "./api";

const looks: Readonly<Record<Notice["level"], { look: string; icon: LucideIcon }>> = {
  info: { look: "bg-accent text-accent-foreground", icon: Info },
  warning: { look: "bg-warning/15 text-foreground", icon: CircleAlert },
  danger: { look: "bg-destructive/12 text-destructive", icon: CircleAlert },
};

/** They stay for as long as what they say is true: nothing here can be clicked away. */
export function Notices() {
  const { data } = useQuery(noticesQuery);
  const notices = data?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <section aria-label={t("About this server's licence")}>
      {notices.map(({ key, level, text, link }) => {
        const { look, icon: Icon } = looks[level];
        return (
          <p key={key} className={cn("flex items-start gap-2.5 border-b border-border px-4 py-2 text-sm leading-5 sm:px-6", look)}>
            <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0">
              {text}{" "}
              {link && location.pathname !== link && (
                <AppLink href={link} className="font-medium underline underline-offset-4">
                  {t("Open the licence page")}
                </AppLink>
              )}
            </span>
          </p>
        );
      })}
    </section>
  );
}
