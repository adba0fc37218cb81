import { Button } from "@verbatim/ui/button";
import { Notice } from "@verbatim/ui/notice";
import { TimeAgo } from "@verbatim/ui/time-ago";
import { toast } from "@verbatim/ui/toast";
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
      toast("success", "The last change is taken back.");
    },
  });
  return (
    <div className="flex flex-col gap-3">
      {last && (
        <Notice>
          <span className="break-words">
            Last changed by {last.changed_by}, <TimeAgo iso={last.changed_at} />: {last.names.join(", ")}. {last.why_not}
          </span>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {last?.can_undo && (
          <Button pending={undo.isPending} onClick={() => undo.mutate(last.version)}>
            Take the last change back
          </Button>
        )}
        <Button asChild>
          <a href="/api/admin/settings/export" download="verbatim-settings.json">
            Export without secrets
          </a>
        </Button>
        <ImportButton />
      </div>
    </div>
  );
}
