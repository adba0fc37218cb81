import { Button } from "@verbatim/ui/button";
import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SessionList } from "@/components/SessionList";
import { Section } from "@/components/Section";
import { Waiting } from "@/components/Waiting";
import { endOtherSessions, endSession, sessionsQuery, useRefreshAccount } from "./api";

export function Sessions() {
  const sessions = useQuery(sessionsQuery);
  const [asking, setAsking] = useState(false);
  const refresh = useRefreshAccount();
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => {
      toast("success", t("The session was ended."));
      return refresh();
    },
  });
  const others = (sessions.data?.items ?? []).filter((session) => !session.is_current).length;
  return (
    <Section title={t("Where you are signed in")} purpose={t("End what you do not know, then change the password.")} actions={others > 0 && <Button onClick={() => setAsking(true)}>{t("End all others")}</Button>}>
      <Waiting query={sessions}>{({ items }) => <SessionList sessions={items} busy={end.isPending ? end.variables : null} onEnd={(id) => end.mutate(id)} />}</Waiting>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("End all other sessions?")}
        description={t("You stay signed in here. On every other device you have to sign in again.")}
        confirmLabel={t("End them")}
        onConfirm={async () => {
          toast("success", (await endOtherSessions()).message);
          await refresh();
        }}
      />
    </Section>
  );
}
