import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis, Pause, Pencil, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Team } from "@/features/teams/api";
import { ActivateDialog } from "./ActivateDialog";
import { deleteRule, pauseRule, useRefreshRetention, type Rule } from "./api";
import { RuleDialog } from "./RuleDialog";

type Asked = "edit" | "activate" | "delete" | null;

interface RuleMenuProps {
  team: Team;
  rule: Rule;
  name: string;
  graceDays: number;
}

export function RuleMenu({ team, rule, name, graceDays }: RuleMenuProps) {
  const [asked, setAsked] = useState<Asked>(null);
  const refresh = useRefreshRetention();
  const pause = useMutation({ mutationFn: () => pauseRule(team.id, rule.id), onSuccess: refresh });
  const close = () => setAsked(null);
  const isActive = rule.status === "active";
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("Actions for the rule of {name}", { name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => (isActive ? pause.mutate() : setAsked("activate"))}>
          {isActive ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
          {isActive ? t("Pause") : t("Activate…")}
        </MenuItem>
        <MenuItem onSelect={() => setAsked("edit")}>
          <Pencil aria-hidden="true" />
          {t("Change")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem destructive onSelect={() => setAsked("delete")}>
          <Trash2 aria-hidden="true" />
          {t("Delete")}
        </MenuItem>
      </Menu>
      {asked === "edit" && <RuleDialog team={team.id} rule={rule} onClose={close} />}
      {asked === "activate" && <ActivateDialog team={team} rule={rule} graceDays={graceDays} onClose={close} />}
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={(open) => !open && close()}
        title={t("Delete this rule?")}
        description={t("Nothing is deleted by it any more. What it kept may fall to another rule of the team; those wait for another time of grace.")}
        confirmLabel={t("Delete the rule")}
        onConfirm={async () => {
          await deleteRule(team.id, rule.id);
          toast("success", t("The rule was deleted."));
          await refresh();
        }}
      />
    </>
  );
}
