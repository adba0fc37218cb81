import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";

export const CONVERSATIONS = 100;

export const conversationsQuery = queryOptions({
  queryKey: keys.conversations,
  queryFn: ({ signal }) => unwrap(api.GET("/api/conversations", { params: { query: { limit: CONVERSATIONS } }, signal })),
});

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => unwrap(api.GET("/api/conversations/{conversation_id}", { params: { path: { conversation_id: id } }, signal })),
  });

/** What a conversation is about, in one of these ways; nothing of it means everything that somebody may read. */
export interface About {
  transcript_ids?: string[];
  project_id?: string;
  query?: string;
}

export function useCreateConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: About) => unwrap(api.POST("/api/conversations", { body: { transcript_ids: [], ...body } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.conversations }),
  });
}

export function useDeleteConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/conversations/{conversation_id}", { params: { path: { conversation_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.conversations, exact: true }),
  });
}

export const messagesPath = (id: string): string => `/api/conversations/${id}/messages`;
