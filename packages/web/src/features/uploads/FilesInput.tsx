import { useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import { uploadKindsQuery, usePermission } from "@/lib/catalog";

/** The hidden control that opens the system's dialog for files; a button clicks it. */
export function FilesInput({ ref, onFiles }: { ref: Ref<HTMLInputElement>; onFiles: (files: readonly File[]) => void }) {
  const kinds = useQuery({ ...uploadKindsQuery, enabled: usePermission("recording:create") });
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label="Files to upload"
      accept={kinds.data?.accept ?? "audio/*,video/*"}
      onChange={(event) => {
        const files = Array.from(event.target.files ?? []);
        event.target.value = ""; // the same file may be picked again
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
