import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import type { Choice } from "@verbatim/ui/picker";
import { Segmented } from "@verbatim/ui/segmented";
import { ChevronDown } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { ProjectPicker } from "@/components/ProjectPicker";
import { useCreateConversation, type About } from "./api";

type Kind = "everything" | "project" | "search";
const KINDS: readonly { value: Kind; label: string }[] = [
  { value: "everything", label: "Everything" },
  { value: "project", label: "A project" },
  { value: "search", label: "A search" },
];

/** Asks what a new conversation is to be about, and opens it. */
export function NewConversation({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [kind, setKind] = useState<Kind>("everything");
  const [project, setProject] = useState<Choice | null>(null);
  const [query, setQuery] = useState("");
  const create = useCreateConversation();
  const navigate = useNavigate();
  const ready = kind === "everything" || (kind === "project" ? project !== null : query.trim() !== "");
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const about: About = kind === "project" ? { project_id: project?.id } : kind === "search" ? { query: query.trim() } : {};
    create.mutate(about, {
      onSuccess: ({ id }) => {
        onOpenChange(false);
        void navigate(`/chat/${id}`);
      },
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New conversation"
      description="Answers are made from what you may read at the moment you ask. Nobody else sees the conversation."
      footer={
        <Button type="submit" form="new-conversation" variant="primary" pending={create.isPending} disabled={!ready}>
          Begin
        </Button>
      }
    >
      <form id="new-conversation" onSubmit={begin} className="flex flex-col gap-4">
        <Segmented label="What it is about" className="self-start" value={kind} options={KINDS} onValueChange={setKind} />
        {kind === "project" && (
          <ProjectPicker
            trigger={
              <Button className="justify-between">
                <span dir="auto" className="truncate">{project?.name ?? "Choose a project"}</span>
                <ChevronDown aria-hidden="true" />
              </Button>
            }
            chosen={project ? [project.id] : []}
            onChoose={setProject}
          />
        )}
        {kind === "search" && (
          <Field label="Words that occur in the transcripts">{(control) => <Input {...control} maxLength={500} value={query} onChange={(event) => setQuery(event.target.value)} />}</Field>
        )}
        {create.error && <Notice tone="danger">{messageOf(create.error)}</Notice>}
      </form>
    </Dialog>
  );
}
