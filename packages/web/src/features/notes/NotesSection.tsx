import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { Field, Textarea } from "@verbatim/ui/field";
import { IconButton } from "@verbatim/ui/icon-button";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { t } from "@verbatim/ui/texts";
import { Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { Section } from "@/components/Section";
import { usePermissions } from "@/lib/catalog";
import type { Note } from "@/lib/types";
import { notesQuery, useChangeNote, useDeleteNote, useWriteNote, type NotesOn } from "./api";
import { Markdown } from "./Markdown";

function useMay(on: NotesOn): { read: boolean; write: boolean } {
  const permissions = usePermissions();
  const thing = "recording_id" in on ? "recording" : "project_id" in on ? "project" : "document";
  const has = (right: string) => permissions.includes(`document:${right}`) && permissions.includes(`${thing}:${right}`);
  return { read: has("read"), write: has("update") };
}

/** Notes on one thing: read by whoever sees it, written by whoever may change it. */
export function NotesSection({ on, mayWrite = true }: { on: NotesOn; mayWrite?: boolean }) {
  const may = useMay(on);
  const { data, error, refetch } = useQuery({ ...notesQuery(on), enabled: may.read });
  const [writing, setWriting] = useState(false);
  if (!may.read) return null;
  const editable = may.write && mayWrite;
  return (
    <Section title={t("Notes")}>
      <div className="flex flex-col gap-3">
        {error && !data && (
          <p role="alert" className="text-sm text-destructive">
            {messageOf(error)}{" "}
            <Button variant="link" size="inline" onClick={() => void refetch()}>
              {t("Try again")}
            </Button>
          </p>
        )}
        {data?.items.length === 0 && !writing && <p className="text-sm text-muted-foreground">{t("No notes yet.")}</p>}
        {data && data.items.length > 0 && (
          <ul className="flex flex-col gap-3">
            {data.items.map((note) => (
              <NoteItem key={note.id} note={note} editable={editable} />
            ))}
          </ul>
        )}
        {writing ? (
          <NewNote on={on} close={() => setWriting(false)} />
        ) : (
          editable && (
            <Button size="sm" className="self-start" onClick={() => setWriting(true)}>
              {t("Write a note")}
            </Button>
          )
        )}
      </div>
    </Section>
  );
}

function NewNote({ on, close }: { on: NotesOn; close: () => void }) {
  const write = useWriteNote(on);
  return <NoteForm label={t("New note")} first="" error={write.error} pending={write.isPending} close={close} onSave={(content) => write.mutate(content, { onSuccess: close })} />;
}

interface NoteFormProps {
  label: string;
  first: string;
  error: Error | null;
  pending: boolean;
  close: () => void;
  onSave: (content: string) => void;
}

function NoteForm({ label, first, error, pending, close, onSave }: NoteFormProps) {
  const [content, setContent] = useState(first);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []); // whoever asked for it writes at once
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (content.trim() !== "") onSave(content);
  };
  const late = error instanceof ApiError && error.code === "note_changed";
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <Field label={label} hint={t("Markdown: **bold**, *italic*, lists, quotes.")} error={error ? (late ? t("Somebody else has changed this note meanwhile. Copy your text, cancel, and look at theirs first.") : messageOf(error)) : undefined}>
        {(control) => <Textarea {...control} rows={4} maxLength={50_000} ref={field} value={content} onChange={(event) => setContent(event.target.value)} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending} disabled={content.trim() === ""}>
          {t("Save")}
        </Button>
        <Button size="sm" onClick={close}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  );
}

function NoteItem({ note, editable }: { note: Note; editable: boolean }) {
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const change = useChangeNote();
  const remove = useDeleteNote();
  const close = () => (setEditing(false), change.reset());
  if (editing) {
    return (
      <li>
        <NoteForm label={t("Change the note")} first={note.content} error={change.error} pending={change.isPending} close={close} onSave={(content) => change.mutate({ note, content }, { onSuccess: close })} />
      </li>
    );
  }
  return (
    <li className="rounded-lg border border-border bg-card px-3 py-2.5">
      <Markdown source={note.content} />
      <p className="mt-1.5 flex items-center gap-2 text-xs text-muted-foreground">
        <bdi>{note.author}</bdi>
        <TimeAgo iso={note.updated_at} />
        {editable && (
          <span className="ms-auto flex">
            <IconButton label={t("Change this note")} onClick={() => setEditing(true)}>
              <Pencil aria-hidden="true" />
            </IconButton>
            <IconButton label={t("Delete this note")} onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </span>
        )}
      </p>
      <ConfirmDialog open={deleting} onOpenChange={setDeleting} title={t("Delete this note?")} description={t("It cannot be brought back.")} confirmLabel={t("Delete")} onConfirm={() => remove.mutateAsync(note.id)} />
    </li>
  );
}
