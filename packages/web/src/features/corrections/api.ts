import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { plural, t } from "@verbatim/ui/texts";
import { toast } from "@verbatim/ui/toast";
import { historyKey } from "@/features/rail/history/api";
import { api, unwrap } from "@/lib/client";
import { keys } from "@/lib/keys";
import type { CorrectionList } from "@/lib/types";

export const PAGE_SIZE = 20;

/** The server takes, and lists, so many at once. */
const AT_ONCE = 100;

const list = (transcriptId: string, waiting: boolean, page: number, size: number, signal?: AbortSignal) =>
  unwrap(api.GET("/api/transcripts/{transcript_id}/corrections", { params: { path: { transcript_id: transcriptId }, query: { waiting, page, page_size: size } }, signal }));

/**
 * A page of those that wait for a decision, or of the others. `revision` makes the key another one with each change,
 * because what stands at their places may be another text.
 */
export const correctionsQuery = (recordingId: string, transcriptId: string, revision: number, waiting = true, page = 1) =>
  queryOptions({
    queryKey: [...historyKey(recordingId), transcriptId, revision, "corrections", waiting, page],
    queryFn: ({ signal }) => list(transcriptId, waiting, page, PAGE_SIZE, signal),
    placeholderData: (before) => before,
  });

export type Correction = CorrectionList["items"][number];
export type Decision = "mine" | "new";

/** Whose line it was cannot be said where nobody speaks: only the new text can be kept there. */
export const isTakeable = ({ kind, segment_id: segment }: Correction) => kind !== "speaker" || segment !== null;

interface Decided {
  /** One, or all that wait. */
  correction: Correction | null;
  decision: Decision;
  /** Of the list as it was seen: if the text has changed since, nothing is decided. */
  revision: number;
}

async function allWaiting(transcriptId: string, decision: Decision): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const found = await list(transcriptId, true, page, AT_ONCE);
    pages = found.total_pages;
    ids.push(...found.items.filter((one) => decision === "new" || isTakeable(one)).map(({ id }) => id));
  }
  return ids;
}

async function decide(transcriptId: string, { correction, decision, revision }: Decided) {
  const ids = correction ? [correction.id] : await allWaiting(transcriptId, decision);
  for (let at = 0, seen = revision; at < ids.length; at += AT_ONCE) {
    const body = { correction_ids: ids.slice(at, at + AT_ONCE), decision, revision: seen };
    seen = (await unwrap(api.POST("/api/transcripts/{transcript_id}/corrections/decide", { params: { path: { transcript_id: transcriptId } }, body }))).revision;
  }
  return ids.length;
}

export function useDecide(recordingId: string, transcriptId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decided: Decided) => decide(transcriptId, decided),
    onSuccess: (count, { decision }) => toast("success", decision === "mine" ? t("Took {count}. Undo takes it back.", { count: plural(count, { one: "{count} correction", other: "{count} corrections" }) }) : t("The new text stays")),
    // Also after a refusal: what is listed is not what is there any more.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.words(transcriptId) });
      return client.invalidateQueries({ queryKey: keys.transcriptOf(recordingId) });
    },
  });
}
