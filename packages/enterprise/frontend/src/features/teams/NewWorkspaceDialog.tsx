import { Switch } from "@verbatim/ui/switch";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useId, useState } from "react";
import { NameDialog } from "@/components/NameDialog";
import { createWorkspace, useRefreshTeams, type Team } from "./api";

export function NewWorkspaceDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const [isPrivate, setPrivate] = useState(false);
  const refresh = useRefreshTeams();
  const id = useId();
  return (
    <NameDialog
      title={t("New workspace")}
      label={t("Name")}
      submitLabel={t("Make it")}
      onClose={onClose}
      onSubmit={async (name) => {
        const made = await createWorkspace(team.id, { name, is_private: isPrivate });
        toast("success", t("The workspace {made} is there.", { made: made.name }));
        await refresh();
      }}
    >
      <div className="flex items-start gap-3">
        <Switch id={id} checked={isPrivate} onCheckedChange={setPrivate} aria-describedby={`${id}-hint`} />
        <div className="text-sm">
          <label htmlFor={id} className="font-medium">
            {t("Private")}
          </label>
          <p id={`${id}-hint`} className="text-muted-foreground">
            {t("Only members who are named for it see what is in it. You are the first.")}
          </p>
        </div>
      </div>
    </NameDialog>
  );
}
