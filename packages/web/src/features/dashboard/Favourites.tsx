import { useQuery } from "@tanstack/react-query";
import { t } from "@verbatim/ui/texts";
import { AudioLines, FileText, FolderClosed } from "lucide-react";
import { Link } from "react-router";
import { favouritesQuery, pathOf } from "@/features/favourites/api";
import { Star } from "@/features/favourites/late";

const SHOWN = 6;
const icons = { recording: AudioLines, document: FileText, project: FolderClosed };

/** What one has starred, the last first. Not there until something is. */
export function Favourites() {
  const stars = useQuery(favouritesQuery).data ?? [];
  if (stars.length === 0) return null;
  return (
    <section aria-labelledby="favourites" className="overflow-hidden rounded-xl border border-border bg-card shadow-card">
      <h2 id="favourites" className="px-5 pb-3 pt-4 text-sm font-semibold">
        {t("Favourites")}
      </h2>
      <ul className="divide-y divide-border border-t border-border">
        {stars.slice(0, SHOWN).map(({ kind, id, title }) => {
          const Icon = icons[kind];
          return (
            <li key={`${kind} ${id}`} className="flex items-center gap-3 py-1.5 pe-3 ps-5">
              <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
              <Link dir="auto" to={pathOf(kind, id)} title={title} className="min-w-0 flex-1 truncate text-sm font-medium hover:text-primary hover:underline">
                {title}
              </Link>
              <Star kind={kind} id={id} title={title} />
            </li>
          );
        })}
      </ul>
      {stars.length > SHOWN && <p className="border-t border-border px-5 py-2.5 text-xs text-muted-foreground">{t("And {count} more: the lists show them with the filter “Favourites”.", { count: stars.length - SHOWN })}</p>}
    </section>
  );
}
