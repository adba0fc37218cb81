import { Button } from "@verbatim/ui/button";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { importSettings } from "./api";
import { readFile, toSend } from "./file";
import { ImportDialog } from "./ImportDialog";

const LONGEST_FILE = 1_000_000;

/** The way back for what Export has made. */
export function ImportButton() {
  const input = useRef<HTMLInputElement>(null);
  const looking = useMutation({
    mutationFn: async (chosen: File) => {
      const file = readFile(await chosen.slice(0, LONGEST_FILE).text());
      return { file, preview: await importSettings(toSend(file, false)) };
    },
    onError: (error) => toast("error", error.message),
    meta: { quiet: true },
  });
  return (
    <>
      <Button pending={looking.isPending} onClick={() => input.current?.click()}>
        {t("Import from a file")}
      </Button>
      <input
        ref={input}
        type="file"
        aria-label={t("File with settings")}
        accept=".json,application/json"
        className="hidden"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) looking.mutate(chosen);
          event.target.value = "";
        }}
      />
      {looking.data && <ImportDialog file={looking.data.file} preview={looking.data.preview} onClose={looking.reset} />}
    </>
  );
}
