import type { ConversationItem } from "@/lib/types";
import { t } from "@verbatim/ui/texts";

/** So many recordings one conversation can be about. */
export const MOST_RECORDINGS = 50;

/** What a new conversation is to be about, in one of these ways; nothing of it means everything that somebody may read. */
export interface About {
  recording_ids?: string[];
  project_id?: string;
  query?: string;
}

/** What an address asks a new conversation to be about; null where it asks for none. */
export function askedBy(params: URLSearchParams): About | null {
  const recordings = (params.get("recordings") ?? "").split(",").filter(Boolean).slice(0, MOST_RECORDINGS);
  const [project, query] = [params.get("project"), params.get("query")?.trim()];
  if (recordings.length > 0) return { recording_ids: recordings };
  if (project) return { project_id: project };
  return query ? { query: query.slice(0, 500) } : null;
}

/** What a conversation is about, in words; the name of a project is known to whoever looks it up. */
export function aboutOf(conversation: Pick<ConversationItem, "transcript_ids" | "project_id" | "query">, projectName?: string): string {
  const { transcript_ids: transcripts, project_id: project, query } = conversation;
  if (query) return t("What a search for “{query}” finds", { query });
  if (project) return projectName ? t("The project “{projectName}”", { projectName }) : t("A project");
  if (transcripts.length === 1) return t("One transcript");
  if (transcripts.length > 1) return t("{transcripts} transcripts", { transcripts: transcripts.length });
  return t("Everything you may read");
}
