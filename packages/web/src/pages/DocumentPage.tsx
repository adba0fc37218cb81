import { useQuery } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { ApiError, messageOf } from "@verbatim/ui/errors";
import { bytes } from "@verbatim/ui/format";
import { Notice } from "@verbatim/ui/notice";
import { SearchField } from "@verbatim/ui/search-field";
import { Segmented } from "@verbatim/ui/segmented";
import { Skeleton } from "@verbatim/ui/skeleton";
import { ErrorState } from "@verbatim/ui/states";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { plural, t } from "@verbatim/ui/texts";
import { Download, Lock } from "lucide-react";
import { useCallback } from "react";
import { useParams } from "react-router";
import { Crumb } from "@/components/Crumb";
import { Page } from "@/components/Page";
import { contentPath, documentQuery } from "@/features/documents/api";
import { DocumentStatus } from "@/features/documents/DocumentStatus";
import { FoundList } from "@/features/documents/FoundList";
import { PdfView } from "@/features/documents/late";
import { ReadAgain } from "@/features/documents/ReadAgain";
import { TextView } from "@/features/documents/TextView";
import { Star } from "@/features/favourites/late";
import { NotesSection } from "@/features/notes/NotesSection";
import { usePermission } from "@/lib/catalog";
import type { DocumentFile } from "@/lib/types";
import { oneOf, useUrlState, wholeNumber } from "@/lib/url-state";
import { NotFound } from "./ErrorPage";

export default function DocumentPage() {
  const { documentId = "" } = useParams();
  const { data, error, refetch } = useQuery(documentQuery(documentId));
  if (error instanceof ApiError && error.status === 404) return <NotFound what="document" />;
  if (error && !data) return <ErrorState whole className="min-h-[70vh] justify-center" message={messageOf(error)} onRetry={() => void refetch()} />;
  return (
    <Page
      title={data?.title ?? <Skeleton className="h-8 w-64" />}
      name={data?.title}
      above={<Crumb to="/documents" label={t("Documents")} />}
      purpose={data && <Facts document={data} />}
      actions={
        data && (
          <>
            <Star kind="document" id={data.id} title={data.title} />
            <Button asChild>
              <a href={contentPath(data.id, false)} download={data.filename}>
                <Download aria-hidden="true" />
                {t("Download")}
              </a>
            </Button>
          </>
        )
      }
    >
      {data ? <DocumentView key={data.id} document={data} /> : <Skeleton className="h-96 rounded-xl" />}
    </Page>
  );
}

function Facts({ document }: { document: DocumentFile }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      {document.status !== "completed" && <DocumentStatus status={document.status} />}
      <bdi>{document.filename}</bdi>
      <span>{bytes(document.file_size_bytes)}</span>
      {document.page_count !== null && <span>{plural(document.page_count, { one: "{count} page", other: "{count} pages" })}</span>}
      <TimeAgo iso={document.created_at} />
      {document.held && (
        <span className="inline-flex items-center gap-1.5 font-medium text-warning">
          <Lock aria-hidden="true" className="size-3.5" />
          {t("Under legal hold: it can be neither changed nor deleted")}
        </span>
      )}
    </span>
  );
}

const views = [
  { value: "pages", label: t("Pages") },
  { value: "text", label: t("Text") },
] as const;

function DocumentView({ document }: { document: DocumentFile }) {
  const [params, set] = useUrlState();
  const q = params.get("q") ?? "";
  const page = wholeNumber(params.get("page"), 1);
  const isPdf = document.kind === "pdf";
  const view = isPdf ? oneOf<"pages" | "text">(params.get("view"), ["pages", "text"], "pages") : "text";
  const mayChange = usePermission("document:update") && !document.held;
  const onFind = useCallback((text: string) => set({ q: text, at: null }, { replace: true }), [set]);
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_17.5rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          {isPdf && <Segmented label={t("How to read")} value={view} options={views} onValueChange={(next) => set({ view: next === "pages" ? null : next })} />}
          <SearchField label={t("Find in this document")} value={q} onChange={onFind} className="min-w-56 flex-1" />
        </div>
        {document.error && <ReadAgain document={document} mayChange={mayChange} />}
        {document.note && <Notice>{document.note}</Notice>}
        {q.trim() !== "" && <FoundList document={document} q={q} onOpen={(hit) => set({ page: hit.page, at: hit.id })} />}
        {view === "pages" ? (
          <PdfView key={document.id} url={contentPath(document.id, true)} title={document.title} page={page} onPage={(next) => set({ page: next > 1 ? next : null, at: null })} />
        ) : (
          <TextView document={document} q={q} page={params.get("page") ? page : null} passage={params.get("at")} />
        )}
      </div>
      <aside aria-label={t("Notes")} className="min-w-0">
        <NotesSection on={{ document_id: document.id }} mayWrite={!document.held} />
      </aside>
    </div>
  );
}
