import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { toast } from "@verbatim/ui/toast";
import { plural, t } from "@verbatim/ui/texts";
import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Section } from "@/components/Section";
import { Waiting } from "@/components/Waiting";
import type { Me } from "@/lib/session";
import { disableMfa, mfaQuery, renewCodes, useRefreshAccount, type MfaState } from "./api";
import { CodeDialog } from "./CodeDialog";
import { MfaSetupDialog } from "./MfaSetupDialog";
import { RecoveryCodesDialog } from "./RecoveryCodesDialog";

type Asked = "enable" | "disable" | "renew" | null;

const FEW = 3;

export function SecondFactor({ me }: { me: Me }) {
  const state = useQuery(mfaQuery);
  const [asked, setAsked] = useState<Asked>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const refresh = useRefreshAccount();
  const close = () => setAsked(null);
  const showCodes = (shown: string[]) => {
    close();
    setCodes(shown);
  };
  return (
    <Section
      title={t("Second factor")}
      purpose={t("A code of an app on your phone, beside the password: whoever learns the password still cannot sign in.")}
      actions={state.data && <Buttons state={state.data} onAsk={setAsked} />}
    >
      <Waiting query={state} height="h-6">
        {(known) => <Standing state={known} />}
      </Waiting>
      {asked === "enable" && <MfaSetupDialog hasPassword={me.has_password} onClose={close} onDone={showCodes} />}
      {asked === "renew" && (
        <CodeDialog
          title={t("New recovery codes")}
          description={t("The ones you have now stop working.")}
          submitLabel={t("Make new codes")}
          hasPassword={me.has_password}
          onSubmit={async (password, code) => showCodes((await renewCodes(password, code)).recovery_codes)}
          onClose={close}
        />
      )}
      {asked === "disable" && (
        <CodeDialog
          title={t("Switch the second factor off?")}
          description={t("From then on the password alone opens your account.")}
          submitLabel={t("Switch off")}
          destructive
          hasPassword={me.has_password}
          onSubmit={async (password, code) => {
            await disableMfa(password, code);
            toast("success", t("The second factor is off."));
            close();
            await refresh();
          }}
          onClose={close}
        />
      )}
      {codes && (
        <RecoveryCodesDialog
          codes={codes}
          onClose={() => {
            setCodes(null);
            void refresh();
          }}
        />
      )}
    </Section>
  );
}

function Buttons({ state, onAsk }: { state: MfaState; onAsk: (what: Asked) => void }) {
  if (!state.enabled) {
    return (
      <Button variant="primary" onClick={() => onAsk("enable")}>
        {t("Switch it on")}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => onAsk("renew")}>{t("New recovery codes")}</Button>
      {!state.required && <Button onClick={() => onAsk("disable")}>{t("Switch off")}</Button>}
    </>
  );
}

function Standing({ state }: { state: MfaState }) {
  const left = state.recovery_codes_left;
  return (
    <div className="flex flex-wrap items-center gap-2.5 text-sm">
      {state.enabled ? (
        <Badge tone="success">
          <ShieldCheck aria-hidden="true" />
          {t("On")}
        </Badge>
      ) : (
        <Badge tone="warning">
          <ShieldAlert aria-hidden="true" />
          {t("Off")}
        </Badge>
      )}
      {state.enabled && <span className={left <= FEW ? "text-warning" : "text-muted-foreground"}>{left === 0 ? t("No recovery codes are left: make new ones.") : t("{count} left for a lost phone.", { count: plural(left, { one: "{count} recovery code", other: "{count} recovery codes" }) })}</span>}
      {state.required && <span className="text-muted-foreground">{t("Your role must use one.")}</span>}
    </div>
  );
}
