import type { ConversationItem } from "@/lib/types";

/** What a conversation is about, in words; the name of a project is known to whoever looks it up. */
export function aboutOf(conversation: Pick<ConversationItem, "transcript_ids" | "project_id" | "query">, projectName?: string): string {
  const { transcript_ids: transcripts, project_id: project, query } = conversation;
  if (query) return `What a search for “${query}” finds`;
  if (project) return projectName ? `The project “${projectName}”` : "A project";
  if (transcripts.length === 1) return "One transcript";
  if (transcripts.length > 1) return `${transcripts.length} transcripts`;
  return "Everything you may read";
}
