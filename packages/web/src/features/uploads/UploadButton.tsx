import { Button, type ButtonLook } from "@verbatim/ui/button";
import { IconButton } from "@verbatim/ui/icon-button";
import { t } from "@verbatim/ui/texts";
import { SlidersHorizontal, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { UploadDialog } from "@/features/transcription/late";
import { usePermission } from "@/lib/catalog";
import { FilesInput } from "./FilesInput";
import { useAddUploads } from "./uploads";

interface UploadButtonProps extends ButtonLook {
  label?: string;
  projectId?: string;
}

/** Files are sent as soon as they are chosen; the second button asks first how they shall be transcribed. */
export function UploadButton({ label = t("Upload"), projectId, variant = "primary", size }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const [choosing, setChoosing] = useState(false);
  const add = useAddUploads();
  if (!usePermission("recording:create")) return null;
  return (
    <div className="flex items-center gap-1">
      <FilesInput ref={input} onFiles={(files) => add(files, { projectId })} />
      <Button variant={variant} size={size} onClick={() => input.current?.click()}>
        <Upload aria-hidden="true" />
        {label}
      </Button>
      <IconButton label={t("Choose how to transcribe, then upload")} variant="outline" size="icon" className={size === "lg" ? "size-11!" : undefined} onClick={() => setChoosing(true)}>
        <SlidersHorizontal aria-hidden="true" />
      </IconButton>
      {choosing && <UploadDialog projectId={projectId} onClose={() => setChoosing(false)} />}
    </div>
  );
}
