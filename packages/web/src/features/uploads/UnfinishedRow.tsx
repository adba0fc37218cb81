import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { bytes } from "@verbatim/ui/format";
import { IconButton } from "@verbatim/ui/icon-button";
import { CirclePause, X } from "lucide-react";
import { useRef, useState } from "react";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import { messageOf } from "@verbatim/ui/errors";
import { t } from "@verbatim/ui/texts";
import type { Unfinished } from "./unfinished";
import { uploads } from "./uploads";

/** An upload that was broken off: a page may not open a file by itself, so its owner chooses it again. */
export function UnfinishedRow({ upload }: { upload: Unfinished }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const client = useQueryClient();
  const giveUp = useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/uploads/{upload_id}", { params: { path: { upload_id: upload.id }, header: { "Tus-Resumable": "1.0.0" } } })),
    onError: (error) => setProblem(messageOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.unfinishedUploads }),
  });

  function goOn(file: File | undefined) {
    if (!file) return;
    if (file.size !== upload.length) {
      setProblem(t("This is another file: it has {size}, and the unfinished one has {upload}.", { size: bytes(file.size), upload: bytes(upload.length) }));
      return;
    }
    setProblem(null);
    uploads.add([file], { address: `/api/uploads/${upload.id}` });
  }

  const percent = Math.floor((100 * upload.offset) / Math.max(1, upload.length));
  return (
    <li className="flex items-start gap-3 py-2.5 pl-4 pr-2">
      <CirclePause aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-sm" title={upload.file_name}>
          {upload.file_name}
        </p>
        <p className="mt-0.5 text-xs text-muted-foreground">{t("Broken off at {percent} % of {upload}", { percent, upload: bytes(upload.length) })}</p>
        {problem && (
          <p role="alert" className="mt-0.5 text-xs text-destructive">
            {problem}
          </p>
        )}
        <Button size="sm" variant="outline" className="mt-1.5" aria-label={t("Go on: choose the file again, {file_name}", { file_name: upload.file_name })} onClick={() => input.current?.click()}>
          {t("Go on: choose the file again")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t("The file {file_name}", { file_name: upload.file_name })}
          onChange={(event) => {
            const [file] = Array.from(event.target.files ?? []);
            event.target.value = "";
            goOn(file);
          }}
        />
      </div>
      <IconButton label={t("Give up the upload of {file_name}", { file_name: upload.file_name })} disabled={giveUp.isPending} onClick={() => giveUp.mutate()}>
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
}
