import { Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { usePermission } from "@/lib/catalog";
import { dropReceiver, useAddUploads, useDropDestination } from "./uploads";
import { t } from "@verbatim/ui/texts";

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Files may be dropped anywhere. On a project's page they go into that project. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  const add = useAddUploads();
  const mayRecord = usePermission("recording:create");
  const mayFile = usePermission("document:create");
  const allowed = mayRecord || mayFile;
  const into = useDropDestination();
  const projectId = into?.id;

  useEffect(() => {
    if (!allowed) return;
    // Entering a child fires before leaving its parent: count, to know when the pointer has really left.
    let depth = 0;
    const stop = new AbortController();
    const on = (type: "dragenter" | "dragleave" | "dragover" | "drop", handle: (event: DragEvent) => void) =>
      document.addEventListener(type, (event) => carriesFiles(event) && handle(event), { signal: stop.signal });
    on("dragenter", (event) => {
      event.preventDefault();
      depth += 1;
      setOver(true);
    });
    on("dragover", (event) => event.preventDefault());
    on("dragleave", () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    });
    on("drop", (event) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = event.dataTransfer?.files;
      if (!files || files.length === 0) return;
      const take = dropReceiver();
      if (take) take(files);
      else add(files, { projectId });
    });
    return () => stop.abort();
  }, [add, allowed, projectId]);

  if (!over) return null;
  return (
    <div aria-hidden="true" className="pointer-events-none fixed inset-3 z-70 flex animate-fade items-center justify-center rounded-2xl border-2 border-dashed border-primary bg-accent/90">
      <div className="flex flex-col items-center gap-3 text-accent-foreground">
        <Upload className="size-10" />
        <p className="text-lg font-semibold">{into ? t("Drop to upload to {project}", { project: into.name }) : t("Drop to upload")}</p>
        <p className="text-sm">{t("Audio, video or documents, as many files as you like")}</p>
      </div>
    </div>
  );
}
