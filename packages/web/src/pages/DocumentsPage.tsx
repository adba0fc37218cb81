import { EmptyState } from "@verbatim/ui/states";
import { t } from "@verbatim/ui/texts";
import { FileText } from "lucide-react";
import { Page } from "@/components/Page";
import { DocumentsBrowser } from "@/features/documents/DocumentsBrowser";
import { UploadDocuments } from "@/features/documents/UploadDocuments";
import { usePermission } from "@/lib/catalog";

export default function DocumentsPage() {
  const mayUpload = usePermission("document:create");
  return (
    <Page
      title={t("Documents")}
      purpose={mayUpload ? t("Papers beside your recordings, found by the same search. Drop files anywhere to add more.") : t("Papers beside the recordings, found by the same search. Your role may read them, not add to them.")}
      actions={<UploadDocuments />}
    >
      <DocumentsBrowser
        empty={
          <EmptyState icon={<FileText aria-hidden="true" />} title={t("No documents yet")} action={<UploadDocuments label={t("Choose files")} />}>
            {mayUpload ? t("Drop PDF, Word, Excel, PowerPoint or text files anywhere on this page. They are stored and read on this server.") : t("What others upload appears here.")}
          </EmptyState>
        }
      />
    </Page>
  );
}
