import { Button } from "@verbatim/ui/button";
import { Notice } from "@verbatim/ui/notice";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { rich } from "@verbatim/ui/rich";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImportButton } from "./ImportButton";
import { settingsQuery, undoChange, type Settings } from "./api";

/** What was changed last and by whom, with the way back; and the way to take everything elsewhere. */
export function LastChange({ settings }: { settings: Settings }) {
  const client = useQueryClient();
  const last = settings.last_change;
  const undo = useMutation({
    mutationFn: undoChange,
    onSuccess: (found) => {
      client.setQueryData(settingsQuery.queryKey, found);
      toast("success", t("The last change is taken back."));
    },
  });
  return (
    <div className="flex flex-col gap-3">
      {last && (
        <Notice>
          <span className="break-words">
            {rich("Last changed by {changed_by}, {time}: {names}. {why_not}", { changed_by: last.changed_by, time: <TimeAgo iso={last.changed_at} />, names: last.names.join(", "), why_not: last.why_not })}
          </span>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {last?.can_undo && (
          <Button pending={undo.isPending} onClick={() => undo.mutate(last.version)}>
            {t("Take the last change back")}
          </Button>
        )}
        <Button asChild>
          <a href="/api/admin/settings/export" download="verbatim-settings.json">
            {t("Export without secrets")}
          </a>
        </Button>
        <ImportButton />
      </div>
    </div>
  );
}
