import { ChevronLeft } from "lucide-react";
import { Link } from "react-router";
import { t } from "@verbatim/ui/texts";

/** The way up. */
export function Crumb({ to, label }: { to: string; label: string }) {
  return (
    <nav aria-label={t("Breadcrumb")} className="mb-2">
      <Link to={to} className="-ml-1 inline-flex items-center gap-1 rounded text-[0.8125rem] text-muted-foreground hover:text-foreground hover:underline">
        <ChevronLeft aria-hidden="true" className="size-4" />
        {label}
      </Link>
    </nav>
  );
}
