import { Button } from "@verbatim/ui/button";
import { t } from "@verbatim/ui/texts";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { FilesInput } from "@/features/uploads/FilesInput";
import { useAddUploads } from "@/features/uploads/uploads";
import { usePermission } from "@/lib/catalog";

export function UploadDocuments({ label = t("Upload"), projectId }: { label?: string; projectId?: string }) {
  const input = useRef<HTMLInputElement>(null);
  const add = useAddUploads();
  if (!usePermission("document:create")) return null;
  return (
    <>
      <FilesInput ref={input} documentsOnly onFiles={(files) => add(files, { projectId })} />
      <Button variant="primary" onClick={() => input.current?.click()}>
        <Upload aria-hidden="true" />
        {label}
      </Button>
    </>
  );
}
