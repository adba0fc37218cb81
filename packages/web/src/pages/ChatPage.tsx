import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { cn } from "@verbatim/ui/cn";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { IconButton } from "@verbatim/ui/icon-button";
import { SearchField } from "@verbatim/ui/search-field";
import { Skeleton } from "@verbatim/ui/skeleton";
import { EmptyState, ErrorState } from "@verbatim/ui/states";
import { plural, t } from "@verbatim/ui/texts";
import { MessagesSquare, Plus, Trash2 } from "lucide-react";
import { useCallback, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { Crumb } from "@/components/Crumb";
import { Page } from "@/components/Page";
import { aboutOf, askedBy } from "@/features/chat/about";
import { conversationQuery, conversationsQuery, useDeleteConversation } from "@/features/chat/api";
import { ConversationList } from "@/features/chat/ConversationList";
import { ExportMenu } from "@/features/chat/ExportMenu";
import { NewConversation } from "@/features/chat/NewConversation";
import { Thread } from "@/features/chat/Thread";
import { projectQuery, usePermission } from "@/lib/catalog";
import { useUrlState } from "@/lib/url-state";
import { NotFound } from "./ErrorPage";

/** Conversations: on wide windows the list beside the one that is open, on phones one after the other. */
export default function ChatPage() {
  const { conversationId: id = null } = useParams();
  const [params, set] = useUrlState();
  const q = params.get("q")?.trim() ?? "";
  const chosen = askedBy(params);
  const { data, error, refetch } = useQuery(conversationsQuery(q));
  const open = useQuery({ ...conversationQuery(id ?? ""), enabled: id !== null });
  const project = useQuery({ ...projectQuery(open.data?.project_id ?? ""), enabled: Boolean(open.data?.project_id) });
  const mayBegin = usePermission("conversation:create");
  const [isNew, setIsNew] = useState(false);
  const onSearch = useCallback((text: string) => set({ q: text }, { replace: true }), [set]);
  if (open.error instanceof ApiError && open.error.status === 404) return <NotFound what="conversation" />;
  if (error && !data) return <ErrorState whole className="min-h-[70vh] justify-center" message={messageOf(error)} onRetry={() => void refetch()} />;
  const begin = mayBegin && (
    <Button variant="primary" onClick={() => setIsNew(true)}>
      <Plus aria-hidden="true" />
      {t("New conversation")}
    </Button>
  );
  const close = (open: boolean) => {
    setIsNew(open);
    if (!open && chosen) set({ recordings: null, project: null, query: null }, { replace: true });
  };
  const name = id ? (open.data?.title ?? t("New conversation")) : t("Chat");
  return (
    <Page
      above={id && <div className="lg:hidden"><Crumb to="/chat" label={t("Conversations")} /></div>}
      title={name}
      name={name}
      purpose={id && open.data ? aboutOf(open.data, project.data?.name) : t("Ask what was said, across recordings. Every sentence of an answer leads to the second it rests on.")}
      actions={<>{id && <ExportMenu id={id} />}{id && <Remove key={id} id={id} />}{begin}</>}
    >
      <div className="grid gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className={cn(id && "hidden lg:block")}>
          {!data && <Skeleton className="h-40" />}
          {data && (q !== "" || data.items.length > 0) && <SearchField className="mb-3" label={t("Search your conversations")} value={q} onChange={onSearch} />}
          {data && data.items.length > 0 && <ConversationList items={data.items} current={id} />}
          {data && q !== "" && <p role="status" className={data.total === 0 ? "px-3 text-sm text-muted-foreground" : "sr-only"}>{data.total === 0 ? t("No conversation has these words.") : plural(data.total, { one: "{count} conversation", other: "{count} conversations" })}</p>}
        </div>
        <div className={cn("min-w-0", !id && data && (data.items.length > 0 || q !== "") && "hidden lg:block", data?.items.length === 0 && !id && q === "" && "lg:col-span-2")}>
          {id ? (
            <Thread key={id} id={id} />
          ) : (
            data && (
              <EmptyState icon={<MessagesSquare aria-hidden="true" />} title={data.items.length === 0 && q === "" ? t("No conversations yet") : t("Choose a conversation")} action={data.items.length === 0 && q === "" ? begin : undefined}>
                {t("Ask a question about everything you may read, about a project, or about what a search finds.")}
              </EmptyState>
            )
          )}
        </div>
      </div>
      <NewConversation open={mayBegin && (isNew || chosen !== null)} onOpenChange={close} chosen={chosen} />
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
      <IconButton label={t("Delete this conversation")} onClick={() => setAsks(true)}>
        <Trash2 aria-hidden="true" />
      </IconButton>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t("Delete this conversation?")}
        description={t("Its questions and answers are deleted for good. The recordings stay.")}
        confirmLabel={t("Delete")}
        onConfirm={async () => {
          await remove.mutateAsync(id);
          await navigate("/chat", { replace: true });
        }}
      />
    </>
  );
}
