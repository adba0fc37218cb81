import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { messageOf } from "@verbatim/ui/errors";
import { Field, Input } from "@verbatim/ui/field";
import { Notice } from "@verbatim/ui/notice";
import type { Choice } from "@verbatim/ui/picker";
import { Segmented } from "@verbatim/ui/segmented";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { ChevronDown } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { ProjectPicker } from "@/components/ProjectPicker";
import { projectQuery } from "@/lib/catalog";
import { aboutOf, type About } from "./about";
import { useCreateConversation } from "./api";

type Kind = "everything" | "project" | "search";
const KINDS: readonly { value: Kind; label: string }[] = [
  { value: "everything", label: t("Everything") },
  { value: "project", label: t("A project") },
  { value: "search", label: t("A search") },
];

interface NewConversationProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What was chosen elsewhere. */
  chosen: About | null;
}

/** Asks what a new conversation is to be about, unless that was chosen, and opens it. */
export function NewConversation({ open, onOpenChange, chosen }: NewConversationProps) {
  const [kind, setKind] = useState<Kind>("everything");
  const [project, setProject] = useState<Choice | null>(null);
  const [query, setQuery] = useState("");
  const create = useCreateConversation();
  const navigate = useNavigate();
  const named = useQuery({ ...projectQuery(chosen?.project_id ?? ""), enabled: Boolean(chosen?.project_id) });
  const ready = chosen !== null || kind === "everything" || (kind === "project" ? project !== null : query.trim() !== "");
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const about: About = chosen ?? (kind === "project" ? { project_id: project?.id } : kind === "search" ? { query: query.trim() } : {});
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
      title={t("New conversation")}
      description={t("Answers are made from what you may read at the moment you ask. Nobody else sees the conversation.")}
      footer={
        <Button type="submit" form="new-conversation" variant="primary" pending={create.isPending} disabled={!ready}>
          {t("Begin")}
        </Button>
      }
    >
      <form id="new-conversation" onSubmit={begin} className="flex flex-col gap-4">
        {chosen && <p className="text-sm">{rich("About: {value}", { value: chosen.recording_ids ? plural(chosen.recording_ids.length, { one: "{count} recording", other: "{count} recordings" }) : aboutOf({ transcript_ids: [], project_id: null, query: null, ...chosen }, named.data?.name) })}</p>}
        {!chosen && <Segmented label={t("What it is about")} className="self-start" value={kind} options={KINDS} onValueChange={setKind} />}
        {!chosen && kind === "project" && (
          <ProjectPicker
            trigger={
              <Button className="justify-between">
                <span dir="auto" className="truncate">{project?.name ?? t("Choose a project")}</span>
                <ChevronDown aria-hidden="true" />
              </Button>
            }
            chosen={project ? [project.id] : []}
            onChoose={setProject}
          />
        )}
        {!chosen && kind === "search" && (
          <Field label={t("Words that occur in the transcripts")}>{(control) => <Input {...control} maxLength={500} value={query} onChange={(event) => setQuery(event.target.value)} />}</Field>
        )}
        {create.error && <Notice tone="danger">{messageOf(create.error)}</Notice>}
      </form>
    </Dialog>
  );
}
