import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { Note } from "@/lib/types";

/** What notes are on: one of these. */
export type NotesOn = { recording_id: string } | { document_id: string } | { project_id: string };

export const notesQuery = (on: NotesOn) =>
  queryOptions({
    queryKey: [...keys.notes, on],
    queryFn: ({ signal }) => unwrap(api.GET("/api/notes", { params: { query: on }, signal })),
  });

function useNoteMutation<V>(run: (variables: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    meta: { quiet: true },
    onSettled: () => Promise.all([keys.notes, keys.search].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export const useWriteNote = (on: NotesOn) => useNoteMutation((content: string) => unwrap(api.POST("/api/notes", { body: { ...on, content, anchor_type: "none", anchor_data: {} } })));

const byId = (id: string) => ({ path: { note_id: id } });

/** Refused when somebody else has changed it since it was shown. */
export const useChangeNote = () =>
  useNoteMutation(({ note, content }: { note: Note; content: string }) => unwrap(api.PATCH("/api/notes/{note_id}", { params: byId(note.id), body: { content, revision: note.revision } })));

export const useDeleteNote = () => useNoteMutation((id: string) => unwrap(api.DELETE("/api/notes/{note_id}", { params: byId(id) })));
