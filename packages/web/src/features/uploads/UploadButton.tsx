import { Button, type ButtonLook } from "@verbatim/ui/button";
import { useQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { usePermission, uploadKindsQuery } from "@/lib/catalog";
import { useAddUploads } from "./uploads";

interface UploadButtonProps extends ButtonLook {
  label?: string;
  projectId?: string;
}

export function UploadButton({ label = "Upload", projectId, variant = "primary", size }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const add = useAddUploads();
  const allowed = usePermission("recording:create");
  const kinds = useQuery({ ...uploadKindsQuery, enabled: allowed });
  if (!allowed) return null;
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to upload"
        accept={kinds.data?.accept ?? "audio/*,video/*"}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          event.target.value = ""; // the same file may be picked again
          if (files.length > 0) add(files, { projectId });
        }}
      />
      <Button variant={variant} size={size} onClick={() => input.current?.click()}>
        <Upload aria-hidden="true" />
        {label}
      </Button>
    </>
  );
}
