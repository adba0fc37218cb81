import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { SessionList } from "@/components/SessionList";
import { Waiting } from "@/components/Waiting";
import { nameOf } from "@/lib/session";
import { endSession, endSessions, sessionsQuery, useRefreshUsers, type User } from "./api";

export function UserSessionsDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const sessions = useQuery(sessionsQuery(user.id));
  const refresh = useRefreshUsers();
  const end = useMutation({ mutationFn: (session: string) => endSession(user.id, session), onSuccess: refresh });
  const endAll = useMutation({
    mutationFn: () => endSessions(user.id),
    onSuccess: ({ message }) => {
      toast("success", message);
      return refresh();
    },
  });
  const count = sessions.data?.total ?? 0;
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Where {user} is signed in", { user: nameOf(user) })}
      footer={
        <>
          {count > 0 && (
            <Button variant="destructive" pending={endAll.isPending} onClick={() => endAll.mutate()}>
              {t("End all")}
            </Button>
          )}
          <Button onClick={onClose}>{t("Done")}</Button>
        </>
      }
    >
      <Waiting query={sessions}>
        {({ items }) =>
          items.length > 0 ? (
            <SessionList sessions={items} busy={end.isPending ? end.variables : null} onEnd={(id) => end.mutate(id)} />
          ) : (
            <p className="text-sm text-muted-foreground">{t("Nowhere at the moment.")}</p>
          )
        }
      </Waiting>
    </Dialog>
  );
}
