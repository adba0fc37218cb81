import { cn } from "@verbatim/ui/cn";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { Link } from "react-router";
import { Snippet } from "@/components/Snippet";
import type { ConversationItem } from "@/lib/types";
import { aboutOf } from "./about";

/** Somebody's conversations, the last used first. */
export function ConversationList({ items, current }: { items: readonly ConversationItem[]; current: string | null }) {
  return (
    <nav aria-label={t("Conversations")}>
      <ul className="flex flex-col gap-0.5">
        {items.map((one) => (
          <li key={one.id}>
            <Link
              to={`/chat/${one.id}`}
              aria-current={one.id === current ? "page" : undefined}
              className={cn("block rounded-md px-3 py-2 hover:bg-secondary", one.id === current && "bg-accent text-accent-foreground")}
            >
              <span dir="auto" className="block truncate text-sm font-medium">
                {one.title ?? t("New conversation")}
              </span>
              <span className={cn("block truncate text-xs", one.id === current ? "" : "text-muted-foreground")}>
                {aboutOf(one)} · <TimeAgo iso={one.updated_at} />
              </span>
              {one.hits.slice(0, 1).map((hit) => (
                <span key={hit.message_id} dir="auto" className="mt-0.5 line-clamp-2 block text-xs">
                  <Snippet parts={hit.snippet} />
                </span>
              ))}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
