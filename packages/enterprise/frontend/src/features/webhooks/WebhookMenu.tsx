import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis, History, ListChecks, Pause, Pencil, Play, RefreshCw, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { navigate } from "@/lib/navigate";
import { deleteWebhook, pauseWebhook, resumeWebhook, rotateSecret, testWebhook, useRefreshWebhooks, type Webhook, type WebhookWithSecret } from "./api";
import { ReplayDialog } from "./ReplayDialog";
import { WebhookDialog } from "./WebhookDialog";

type Asked = "edit" | "rotate" | "replay" | "delete" | null;

const OVERLAP_HOURS = 24;

export function WebhookMenu({ webhook, onSecret }: { webhook: Webhook; onSecret: (made: WebhookWithSecret) => void }) {
  const [asked, setAsked] = useState<Asked>(null);
  const refresh = useRefreshWebhooks();
  const deliveries = `${location.pathname}?tab=deliveries&webhook=${webhook.id}`;
  const test = useMutation({
    mutationFn: () => testWebhook(webhook.id),
    onSuccess: async () => {
      toast("success", t("The test is on its way."));
      await refresh();
      navigate(deliveries);
    },
  });
  const works = webhook.status === "active";
  const toggle = useMutation({ mutationFn: () => (works ? pauseWebhook(webhook.id) : resumeWebhook(webhook.id)), onSuccess: refresh });
  const close = () => setAsked(null);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("Actions for {url}", { url: webhook.url })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => test.mutate()}>
          <Send aria-hidden="true" />
          {t("Send a test")}
        </MenuItem>
        <MenuItem onSelect={() => navigate(deliveries)}>
          <ListChecks aria-hidden="true" />
          {t("Deliveries")}
        </MenuItem>
        <MenuItem onSelect={() => setAsked("replay")}>
          <History aria-hidden="true" />
          {t("Send again…")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => setAsked("edit")}>
          <Pencil aria-hidden="true" />
          {t("Change")}
        </MenuItem>
        <MenuItem onSelect={() => toggle.mutate()}>
          {works ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
          {works ? t("Pause") : t("Resume")}
        </MenuItem>
        <MenuItem onSelect={() => setAsked("rotate")}>
          <RefreshCw aria-hidden="true" />
          {t("Replace the secret")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem destructive onSelect={() => setAsked("delete")}>
          <Trash2 aria-hidden="true" />
          {t("Delete")}
        </MenuItem>
      </Menu>
      {asked === "edit" && <WebhookDialog webhook={webhook} onClose={close} />}
      {asked === "replay" && <ReplayDialog webhook={webhook} onClose={close} />}
      <ConfirmDialog
        open={asked === "rotate"}
        destructive={false}
        onOpenChange={(open) => !open && close()}
        title={t("Replace the secret?")}
        description={t("For {overlap_hours} hours requests are signed with both, so that nothing is missed while the receiver is changed.", { overlap_hours: OVERLAP_HOURS })}
        confirmLabel={t("Make a new secret")}
        onConfirm={async () => {
          onSecret(await rotateSecret(webhook.id, OVERLAP_HOURS));
          void refresh();
        }}
      />
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={(open) => !open && close()}
        title={t("Delete this receiver?")}
        description={t("Nothing more is sent to it, also not what is waiting, and its deliveries are forgotten. To stop for a while, pause it.")}
        confirmLabel={t("Delete")}
        onConfirm={async () => {
          await deleteWebhook(webhook.id);
          toast("success", t("The receiver was deleted."));
          void refresh();
        }}
      />
    </>
  );
}
