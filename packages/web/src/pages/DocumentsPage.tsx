import { EmptyState } from "@verbatim/ui/states";
import { FileText } from "lucide-react";
import { Page } from "@/components/Page";
import { DocumentsBrowser } from "@/features/documents/DocumentsBrowser";
import { UploadDocuments } from "@/features/documents/UploadDocuments";
import { usePermission } from "@/lib/catalog";

export default function DocumentsPage() {
  const mayUpload = usePermission("document:create");
  return (
    <Page
      title="Documents"
      purpose={mayUpload ? "Papers beside your recordings, found by the same search. Drop files anywhere to add more." : "Papers beside the recordings, found by the same search. Your role may read them, not add to them."}
      actions={<UploadDocuments />}
    >
      <DocumentsBrowser
        empty={
          <EmptyState icon={<FileText aria-hidden="true" />} title="No documents yet" action={<UploadDocuments label="Choose files" />}>
            {mayUpload ? "Drop PDF, Word, Excel, PowerPoint or text files anywhere on this page. They are stored and read on this server." : "What others upload appears here."}
          </EmptyState>
        }
      />
    </Page>
  );
}
