import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { MessagesSquare } from "lucide-react";
import { Link } from "react-router";
import { usePermission } from "@/lib/catalog";
import { withParams } from "@/lib/url-state";
import { MOST_RECORDINGS } from "./about";

interface AskLinkProps {
  /** What the conversation is to be about, in one of these ways. */
  recordings?: readonly string[];
  project?: string;
  query?: string;
  variant?: "ghost" | "outline";
}

/** Leads to a new conversation about what is shown; nothing where somebody may begin none. */
export function AskLink({ recordings, project, query, variant = "outline" }: AskLinkProps) {
  if (!usePermission("conversation:create") || (recordings && recordings.length > MOST_RECORDINGS)) return null;
  const about = withParams(new URLSearchParams(), { recordings: recordings?.join(","), project, query });
  return (
    <Button asChild variant={variant}>
      <Link to={`/chat?${about}`}>
        <MessagesSquare aria-hidden="true" />
        {t("Ask")}
      </Link>
    </Button>
  );
}
