import { IconButton } from "@verbatim/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@verbatim/ui/menu";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { Ban, CircleCheck, CircleUserRound, Ellipsis, HandHelping, KeyRound, LockOpen, MonitorSmartphone, Pencil, ShieldOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { navigate } from "@/lib/navigate";
import { nameOf, type Me } from "@/lib/session";
import { makeResetLink, unlock, updateUser, useRefreshUsers, type User } from "./api";
import { DeleteUserDialog } from "./DeleteUserDialog";
import { HandOverDialog } from "./HandOverDialog";
import { EditUserDialog } from "./EditUserDialog";
import { ResetLinkDialog, type ResetLink } from "./ResetLinkDialog";
import { UserQuestions, type Question } from "./UserQuestions";
import { UserSessionsDialog } from "./UserSessionsDialog";

type Open = "edit" | "sessions" | "delete" | "hand-over" | null;

export function UserMenu({ me, user }: { me: Me; user: User }) {
  const [open, setOpen] = useState<Open>(null);
  const [question, setQuestion] = useState<Question>(null);
  const [link, setLink] = useState<ResetLink | null>(null);
  const refresh = useRefreshUsers();
  const name = nameOf(user);
  const activate = useMutation({
    mutationFn: () => updateUser(user.id, { is_active: true }),
    onSuccess: () => {
      toast("success", t("{name} can sign in now.", { name }));
      return refresh();
    },
  });
  const makeLink = useMutation({ mutationFn: () => makeResetLink(user.id), onSuccess: setLink });
  const release = useMutation({ mutationFn: () => unlock(user.id), onSuccess: ({ message }) => toast("success", message) });
  const close = () => setOpen(null);
  const isMe = user.id === me.id;
  const mayHandOver = me.permissions.includes("team:manage");

  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("Actions for {name}", { name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {!user.is_active && (
          <MenuItem onSelect={() => activate.mutate()}>
            <CircleCheck aria-hidden="true" />
            {user.status === "pending" ? t("Approve") : t("Reactivate")}
          </MenuItem>
        )}
        <MenuItem onSelect={() => navigate(`/admin/users?user=${user.id}`)}>
          <CircleUserRound aria-hidden="true" />
          {t("Everything about them")}
        </MenuItem>
        <MenuItem onSelect={() => setOpen("edit")}>
          <Pencil aria-hidden="true" />
          {t("Edit")}
        </MenuItem>
        <MenuItem onSelect={() => makeLink.mutate()}>
          <KeyRound aria-hidden="true" />
          {t("Link for a new password")}
        </MenuItem>
        {user.has_second_factor && (
          <MenuItem onSelect={() => setQuestion("mfa")}>
            <ShieldOff aria-hidden="true" />
            {t("Reset the second factor")}
          </MenuItem>
        )}
        <MenuItem onSelect={() => release.mutate()}>
          <LockOpen aria-hidden="true" />
          {t("Unlock the sign-in")}
        </MenuItem>
        <MenuItem onSelect={() => setOpen("sessions")}>
          <MonitorSmartphone aria-hidden="true" />
          {t("Sessions")}
        </MenuItem>
        {!isMe && (
          <>
            <MenuSeparator />
            {mayHandOver && user.teams.some(({ role }) => role === "owner") && (
              <MenuItem onSelect={() => setOpen("hand-over")}>
                <HandHelping aria-hidden="true" />
                {t("Hand over their teams")}
              </MenuItem>
            )}
            {user.is_active && (
              <MenuItem destructive onSelect={() => setQuestion("deactivate")}>
                <Ban aria-hidden="true" />
                {t("Deactivate")}
              </MenuItem>
            )}
            <MenuItem destructive onSelect={() => setOpen("delete")}>
              <Trash2 aria-hidden="true" />
              {t("Delete")}
            </MenuItem>
          </>
        )}
      </Menu>
      {open === "edit" && <EditUserDialog user={user} isMe={isMe} onClose={close} />}
      {open === "sessions" && <UserSessionsDialog user={user} onClose={close} />}
      {open === "delete" && <DeleteUserDialog user={user} mayHandOver={mayHandOver} onClose={close} />}
      {open === "hand-over" && <HandOverDialog user={user} onClose={close} />}
      {link && <ResetLinkDialog user={user} link={link} onClose={() => setLink(null)} />}
      <UserQuestions user={user} question={question} onDone={() => setQuestion(null)} />
    </>
  );
}
