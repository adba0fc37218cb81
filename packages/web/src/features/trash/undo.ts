import { useMutation, useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@verbatim/ui/errors";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { api, unwrap } from "@/lib/client";
import { useTrashDays } from "@/lib/catalog";
import { keys } from "@/lib/keys";

/** Most that one request may name. */
const AT_ONCE = 500;

export const daysOf = (days: number): string => (days < 1 ? t("less than a day") : plural(Math.round(days), { one: "{count} day", other: "{count} days" }));

async function restore(ids: readonly string[]): Promise<number> {
  let restored = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    restored += (await unwrap(api.POST("/api/trash/restore", { body: { ids: ids.slice(start, start + AT_ONCE) } }))).count;
  }
  return restored;
}

/** Everything that may show what comes back. */
const STALE = [keys.trash, keys.recordings, keys.transcripts, keys.documents, keys.stats, keys.projects, keys.search, keys.notes];

export function useRestore() {
  const client = useQueryClient();
  return useMutation({ mutationFn: restore, meta: { quiet: true }, onSettled: () => Promise.all(STALE.map((queryKey) => client.invalidateQueries({ queryKey }))) });
}

/** What a message about something deleted offers; nothing where there is no trash. */
export function useUndo(): (ids: readonly string[]) => { action?: { label: string; run: () => void } } {
  const days = useTrashDays();
  const client = useQueryClient();
  return (ids) => {
    if (days <= 0) return {};
    // The row that offered it is gone by then, so this may belong to no component.
    const run = () =>
      void restore(ids)
        .then((count) => toast("success", t("{count} restored", { count: plural(count, { one: "{count} item", other: "{count} items" }) })))
        .catch((reason: unknown) => toast("error", t("Nothing was restored"), { detail: messageOf(reason) }))
        .finally(() => void Promise.all(STALE.map((queryKey) => client.invalidateQueries({ queryKey }))));
    return { action: { label: t("Undo"), run } };
  };
}
