import { Button } from "@verbatim/ui/button";
import { toast } from "@verbatim/ui/toast";
import { t } from "@verbatim/ui/texts";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { FormError } from "@/components/FormError";
import { PasswordInput } from "@/components/PasswordInput";
import { Section } from "@/components/Section";
import { problemsOf } from "@/lib/fields";
import type { Me } from "@/lib/session";
import { changePassword, useRefreshAccount } from "./api";

const CLOSED = { open: false, current: "", next: "" };

export function Password({ me }: { me: Me }) {
  const [state, setState] = useState(CLOSED);
  const refresh = useRefreshAccount();
  const send = useMutation({
    mutationFn: () => changePassword(me.has_password ? state.current : null, state.next),
    onSuccess: (answer) => {
      setState(CLOSED);
      toast("success", answer.message);
      return refresh();
    },
    meta: { quiet: true },
  });
  const problems = problemsOf(send.error, ["current_password", "password"]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  }

  const purpose = me.has_password ? t("A change signs you out on all other devices.") : t("You sign in with a provider. With a password you can also sign in without it.");
  const opener = !state.open && <Button onClick={() => setState({ ...CLOSED, open: true })}>{me.has_password ? t("Change the password") : t("Set a password")}</Button>;
  return (
    <Section title={t("Password")} purpose={purpose} actions={opener}>
      {state.open && (
        <form onSubmit={submit} className="flex max-w-md flex-col gap-4">
          {me.has_password && <PasswordInput label={t("Current password")} value={state.current} onChange={(current) => setState({ ...state, current })} error={problems.current_password} />}
          <PasswordInput label={t("New password")} value={state.next} onChange={(next) => setState({ ...state, next })} error={problems.password} fresh />
          <FormError message={problems.form} />
          <div className="flex gap-2">
            <Button type="submit" variant="primary" pending={send.isPending}>
              {t("Change the password")}
            </Button>
            <Button
              onClick={() => {
                send.reset();
                setState(CLOSED);
              }}
            >
              {t("Cancel")}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
