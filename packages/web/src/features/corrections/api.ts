import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { historyKey } from "@/features/rail/history/api";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { CorrectionList } from "@/lib/types";

/** `revision` makes the key another one with each change, because what stands at their places may be another text. */
export const correctionsQuery = (recordingId: string, transcriptId: string, revision: number) =>
  queryOptions({
    queryKey: [...historyKey(recordingId), transcriptId, revision, "corrections"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/transcripts/{transcript_id}/corrections", { params: { path: { transcript_id: transcriptId } }, signal })),
    placeholderData: (before) => before,
  });

export type Correction = CorrectionList["items"][number];

/** The server takes so many at once. */
const AT_ONCE = 100;

async function decide(transcriptId: string, ids: readonly string[], decision: "mine" | "new") {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const body = { correction_ids: ids.slice(at, at + AT_ONCE), decision };
    await unwrap(api.POST("/api/transcripts/{transcript_id}/corrections/decide", { params: { path: { transcript_id: transcriptId } }, body }));
  }
}

export function useDecide(recordingId: string, transcriptId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, decision }: { ids: readonly string[]; decision: "mine" | "new" }) => decide(transcriptId, ids, decision),
    onSuccess: (_, { ids, decision }) => {
      toast("success", decision === "mine" ? t("Took {count}. Undo takes it back.", { count: plural(ids.length, { one: "{count} correction", other: "{count} corrections" }) }) : t("The new text stays"));
      void client.invalidateQueries({ queryKey: keys.words(transcriptId) });
      return client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) });
    },
  });
}
