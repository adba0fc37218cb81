import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { About } from "./about";

export const CONVERSATIONS = 100;

/** Somebody's conversations, or those in which words occur. */
export const conversationsQuery = (q = "") =>
  queryOptions({
    queryKey: q ? [...keys.conversations, "found", q] : keys.conversations,
    queryFn: ({ signal }) => unwrap(api.GET("/api/conversations", { params: { query: { limit: CONVERSATIONS, ...(q && { q }) } }, signal })),
    placeholderData: keepPreviousData,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => unwrap(api.GET("/api/conversations/{conversation_id}", { params: { path: { conversation_id: id } }, signal })),
  });

export function useCreateConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: About) => unwrap(api.POST("/api/conversations", { body: { transcript_ids: [], recording_ids: [], ...body } })),
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

export const exportPath = (id: string, format: string): string => `/api/conversations/${id}/export?format=${format}`;

export const messagesPath = (id: string): string => `/api/conversations/${id}/messages`;
