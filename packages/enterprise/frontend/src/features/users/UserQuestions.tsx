import { ConfirmDialog } from "@verbatim/ui/confirm-dialog";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { nameOf } from "@/lib/session";
import { personQuery, resetMfa, updateUser, useRefreshUsers, type User } from "./api";

/** What it means for this very person, as the server knows. */
function Meaning({ user }: { user: User }) {
  const { data } = useQuery(personQuery(user.id));
  if (!data || data.deactivating.length === 0) return null;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4 text-sm">
      {data.deactivating.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

export type Question = "mfa" | "deactivate" | null;

interface UserQuestionsProps {
  user: User;
  question: Question;
  onDone: () => void;
}

/** What is asked before an account loses something. */
export function UserQuestions({ user, question, onDone }: UserQuestionsProps) {
  const refresh = useRefreshUsers();
  const name = nameOf(user);
  const close = (open: boolean) => !open && onDone();
  return (
    <>
      <ConfirmDialog
        open={question === "mfa"}
        onOpenChange={close}
        title={t("Reset the second factor of {name}?", { name })}
        description={t("Make sure that it is really them who asks. They are signed out everywhere and sign in with the password alone, until they set up a new one.")}
        confirmLabel={t("Reset it")}
        onConfirm={async () => {
          toast("success", (await resetMfa(user.id)).message);
          void refresh();
        }}
      />
      <ConfirmDialog
        open={question === "deactivate"}
        onOpenChange={close}
        title={t("Deactivate {name}?", { name })}
        description={t("They are signed out everywhere within seconds and cannot sign in until you reactivate them. Their teams and content stay.")}
        confirmLabel={t("Deactivate")}
        onConfirm={async () => {
          await updateUser(user.id, { is_active: false });
          toast("success", t("{name} can no longer sign in.", { name }));
          void refresh();
        }}
      >
        {question === "deactivate" && <Meaning user={user} />}
      </ConfirmDialog>
    </>
  );
}
