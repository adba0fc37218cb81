import { Button } from "@verbatim/ui/button";
import { Dialog } from "@verbatim/ui/dialog";
import { toast } from "@verbatim/ui/toast";
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
      title={`Where ${nameOf(user)} is signed in`}
      footer={
        <>
          {count > 0 && (
            <Button variant="destructive" pending={endAll.isPending} onClick={() => endAll.mutate()}>
              End all
            </Button>
          )}
          <Button onClick={onClose}>Done</Button>
        </>
      }
    >
      <Waiting query={sessions}>
        {({ items }) =>
          items.length > 0 ? (
            <SessionList sessions={items} busy={end.isPending ? end.variables : null} onEnd={(id) => end.mutate(id)} />
          ) : (
            <p className="text-sm text-muted-foreground">Nowhere at the moment.</p>
          )
        }
      </Waiting>
    </Dialog>
  );
}
