import { useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import { documentKindsQuery, uploadKindsQuery, usePermission } from "@/lib/catalog";
import { t } from "@verbatim/ui/texts";

/** The hidden control that opens the system's dialog for files; a button clicks it. */
export function FilesInput({ ref, onFiles, documentsOnly = false }: { ref: Ref<HTMLInputElement>; onFiles: (files: readonly File[]) => void; documentsOnly?: boolean }) {
  const kinds = useQuery({ ...uploadKindsQuery, enabled: usePermission("recording:create") && !documentsOnly });
  const documents = useQuery({ ...documentKindsQuery, enabled: usePermission("document:create") });
  const accept = [documentsOnly ? null : (kinds.data?.accept ?? "audio/*,video/*"), documents.data?.accept].filter(Boolean).join(",");
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={t("Files to upload")}
      accept={accept}
      onChange={(event) => {
        const files = Array.from(event.target.files ?? []);
        event.target.value = ""; // the same file may be picked again
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
