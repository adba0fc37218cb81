import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@verbatim/ui/button";
import { messageOf } from "@verbatim/ui/errors";
import { count } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useState, type SubmitEvent } from "react";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import { useTranscript } from "./context";
import type { Finding } from "./useFind";

/** Replaces a text in the whole transcript. */
function useReplace(transcriptId: string, recordingId: string) {
  const client = useQueryClient();
  const params = { path: { transcript_id: transcriptId } };
  const shown = async () => {
    await client.invalidateQueries({ queryKey: keys.words(transcriptId) });
    await client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) });
  };
  const undo = () => void unwrap(api.POST("/api/transcripts/{transcript_id}/undo", { params, body: {} })).then(shown, (error: unknown) => toast("error", messageOf(error)));
  return useMutation({
    mutationFn: (body: { find: string; replace: string; case: boolean; whole_words: boolean; accents: boolean }) => unwrap(api.POST("/api/transcripts/{transcript_id}/replace", { params, body })),
    onSuccess: ({ replaced }) => {
      toast("success", replaced === 0 ? t("Nothing was replaced") : t("Replaced in {count}", { count: plural(replaced, { one: "{count} place", other: "{count} places" }) }), replaced === 0 ? {} : { action: { label: t("Undo"), run: undo } });
      return shown();
    },
  });
}

/** Writes something else wherever it stands; one change, which can be taken back as a whole. */
export default function Replace({ find }: { find: Finding }) {
  const { transcriptId, recordingId } = useTranscript();
  const [text, setText] = useState("");
  const replace = useReplace(transcriptId, recordingId);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (find.replaceable > 0) replace.mutate({ find: find.text, replace: text, case: find.options.case, whole_words: find.options.words, accents: !find.options.plain });
  }
  return (
    <form onSubmit={submit} className="pointer-events-auto flex h-11 w-full items-center gap-2 rounded-lg border border-border bg-card pl-3 pr-1.5 shadow-pop sm:w-112">
      <input
        type="text"
        dir="auto"
        aria-label={t("Replace with")}
        placeholder={t("Replace with")}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        className="min-w-0 flex-1 bg-transparent px-1 text-sm outline-none placeholder:text-muted-foreground"
      />
      <Button type="submit" size="sm" pending={replace.isPending} disabled={find.replaceable === 0}>
        {rich("Replace all {replaceable}", { replaceable: find.replaceable > 0 && count(find.replaceable) })}
      </Button>
    </form>
  );
}
