import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { IconButton } from "@verbatim/ui/icon-button";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { MessagesSquare, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Crumb } from "@/components/Crumb";
import { Page } from "@/components/Page";
import { aboutOf } from "@/features/chat/about";
import { conversationQuery, conversationsQuery, useDeleteConversation } from "@/features/chat/api";
import { ConversationList } from "@/features/chat/ConversationList";
import { NewConversation } from "@/features/chat/NewConversation";
import { Thread } from "@/features/chat/Thread";
import { projectQuery, usePermission } from "@/lib/catalog";
import { NotFound } from "./ErrorPage";

/** Conversations: on wide windows the list beside the one that is open, on phones one after the other. */
export default function ChatPage() {
  const { conversationId: id = null } = useParams();
  const { data, error, refetch } = useQuery(conversationsQuery);
  const open = useQuery({ ...conversationQuery(id ?? ""), enabled: id !== null });
  const project = useQuery({ ...projectQuery(open.data?.project_id ?? ""), enabled: Boolean(open.data?.project_id) });
  const mayBegin = usePermission("conversation:create");
  const [isNew, setIsNew] = useState(false);
  if (open.error instanceof ApiError && open.error.status === 404) return <NotFound what="conversation" />;
  if (error && !data) return <ErrorState whole className="min-h-[70vh] justify-center" message={messageOf(error)} onRetry={() => void refetch()} />;
  const begin = mayBegin && (
    <Button variant="primary" onClick={() => setIsNew(true)}>
      <Plus aria-hidden="true" />
      New conversation
    </Button>
  );
  const name = id ? (open.data?.title ?? "New conversation") : "Chat";
  return (
    <Page
      above={id && <div className="lg:hidden"><Crumb to="/chat" label="Conversations" /></div>}
      title={name}
      name={name}
      purpose={id && open.data ? aboutOf(open.data, project.data?.name) : "Ask what was said, across recordings. Every sentence of an answer leads to the second it rests on."}
      actions={<>{id && <Remove key={id} id={id} />}{begin}</>}
    >
      <div className="grid gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className={cn(id && "hidden lg:block")}>
          {!data && <Skeleton className="h-40" />}
          {data && data.items.length > 0 && <ConversationList items={data.items} current={id} />}
        </div>
        <div className={cn("min-w-0", !id && data && data.items.length > 0 && "hidden lg:block", data?.items.length === 0 && !id && "lg:col-span-2")}>
          {id ? (
            <Thread key={id} id={id} />
          ) : (
            data && (
              <EmptyState icon={<MessagesSquare aria-hidden="true" />} title={data.items.length === 0 ? "No conversations yet" : "Choose a conversation"} action={data.items.length === 0 ? begin : undefined}>
                Ask a question about everything you may read, about a project, or about what a search finds.
              </EmptyState>
            )
          )}
        </div>
      </div>
      <NewConversation open={isNew} onOpenChange={setIsNew} />
    </Page>
  );
}

function Remove({ id }: { id: string }) {
  const [asks, setAsks] = useState(false);
  const remove = useDeleteConversation();
  const navigate = useNavigate();
  if (!usePermission("conversation:delete")) return null;
  return (
    <>
      <IconButton label="Delete this conversation" onClick={() => setAsks(true)}>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title="Delete this conversation?"
        description="Its questions and answers are deleted for good. The recordings stay."
        confirmLabel="Delete"
        onConfirm={async () => {
          await remove.mutateAsync(id);
          await navigate("/chat", { replace: true });
        }}
      />
    </>
  );
}
