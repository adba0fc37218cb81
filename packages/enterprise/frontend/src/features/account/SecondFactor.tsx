import { Badge } from "@verbatim/ui/badge";
import { Button } from "@verbatim/ui/button";
import { plural } from "@verbatim/ui/format";
import { toast } from "@verbatim/ui/toast";
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
      title="Second factor"
      purpose="A code of an app on your phone, beside the password: whoever learns the password still cannot sign in."
      actions={state.data && <Buttons state={state.data} onAsk={setAsked} />}
    >
      <Waiting query={state} height="h-6">
        {(known) => <Standing state={known} />}
      </Waiting>
      {asked === "enable" && <MfaSetupDialog hasPassword={me.has_password} onClose={close} onDone={showCodes} />}
      {asked === "renew" && (
        <CodeDialog
          title="New recovery codes"
          description="The ones you have now stop working."
          submitLabel="Make new codes"
          hasPassword={me.has_password}
          onSubmit={async (password, code) => showCodes((await renewCodes(password, code)).recovery_codes)}
          onClose={close}
        />
      )}
      {asked === "disable" && (
        <CodeDialog
          title="Switch the second factor off?"
          description="From then on the password alone opens your account."
          submitLabel="Switch off"
          destructive
          hasPassword={me.has_password}
          onSubmit={async (password, code) => {
            await disableMfa(password, code);
            toast("success", "The second factor is off.");
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
        Switch it on
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => onAsk("renew")}>New recovery codes</Button>
      {!state.required && <Button onClick={() => onAsk("disable")}>Switch off</Button>}
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
          On
        </Badge>
      ) : (
        <Badge tone="warning">
          <ShieldAlert aria-hidden="true" />
          Off
        </Badge>
      )}
      {state.enabled && <span className={left <= FEW ? "text-warning" : "text-muted-foreground"}>{left === 0 ? "No recovery codes are left: make new ones." : `${plural(left, "recovery code")} left for a lost phone.`}</span>}
      {state.required && <span className="text-muted-foreground">Your role must use one.</span>}
    </div>
  );
}
