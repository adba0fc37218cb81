import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { Field } from "@verbatim/ui/field";
import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { Select } from "@verbatim/ui/select";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { Ban, ChartColumn, Ellipsis, Pencil, RefreshCw } from "lucide-react";
import { useState } from "react";
import { NameDialog } from "@/components/NameDialog";
import { renameKey, revokeKey, rotateKey, useRefreshKeys, type Key, type KeyWithSecret } from "./api";
import { KeyUsageDialog } from "./KeyUsageDialog";

type Asked = "rename" | "usage" | "rotate" | "revoke" | null;

const OVERLAPS = [
  { value: "0", label: t("Not at all") },
  { value: "3600", label: t("For an hour") },
  { value: "86400", label: t("For a day") },
  { value: "604800", label: t("For a week") },
];

export function KeyMenu({ item, onSecret }: { item: Key; onSecret: (key: KeyWithSecret) => void }) {
  const [asked, setAsked] = useState<Asked>(null);
  const [overlap, setOverlap] = useState("86400");
  const refresh = useRefreshKeys();
  const close = () => setAsked(null);
  const works = item.status === "active";
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("Actions for {item}", { item: item.name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setAsked("usage")}>
          <ChartColumn aria-hidden="true" />
          {t("Requests")}
        </MenuItem>
        {item.status !== "revoked" && (
          <>
            <MenuItem onSelect={() => setAsked("rename")}>
              <Pencil aria-hidden="true" />
              {t("Rename")}
            </MenuItem>
            {works && (
              <MenuItem onSelect={() => setAsked("rotate")}>
                <RefreshCw aria-hidden="true" />
                {t("Replace its secret")}
              </MenuItem>
            )}
            <MenuSeparator />
            <MenuItem destructive onSelect={() => setAsked("revoke")}>
              <Ban aria-hidden="true" />
              {t("Revoke")}
            </MenuItem>
          </>
        )}
      </Menu>
      {asked === "usage" && <KeyUsageDialog item={item} onClose={close} />}
      {asked === "rename" && (
        <NameDialog
          title={t("Rename the key")}
          label={t("Name")}
          initial={item.name}
          submitLabel={t("Rename")}
          onClose={close}
          onSubmit={async (name) => {
            await renameKey(item.id, name);
            await refresh();
          }}
        />
      )}
      <ConfirmDialog
        open={asked === "rotate"}
        onOpenChange={(open) => !open && close()}
        title={t("Replace the secret of {item}?", { item: item.name })}
        description={t("You get a new key with the same limits. Let the old one work until all programs have the new one.")}
        confirmLabel={t("Make a new secret")}
        onConfirm={async () => {
          onSecret(await rotateKey(item.id, Number(overlap)));
          void refresh();
        }}
      >
        <Field label={t("The old one works on")}>{(control) => <Select {...control} className="w-full" value={overlap} options={OVERLAPS} onValueChange={setOverlap} />}</Field>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === "revoke"}
        onOpenChange={(open) => !open && close()}
        title={t("Revoke {item}?", { item: item.name })}
        description={t("Programs that use it are refused within seconds, everywhere, and so are those that use keys made with it. This cannot be undone.")}
        confirmLabel={t("Revoke")}
        onConfirm={async () => {
          await revokeKey(item.id);
          toast("success", t("{item} was revoked.", { item: item.name }));
          void refresh();
        }}
      />
    </>
  );
}
